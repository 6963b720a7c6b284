import type { EventLog, StoredLine } from './event-log.ts';
import { InMemoryEventLog } from './in-memory/in-memory-event-log.ts';
import { pageSize } from './pages.ts';
import { all } from './testing/reading.ts';
import { touches } from './testing/touches.ts';
import { verify } from './verify.ts';

/** A log some of whose lines somebody changed behind its back. */
const tampered = (log: EventLog, change: (stored: StoredLine) => Partial<StoredLine>): EventLog =>
  Object.assign(Object.create(log) as EventLog, {
    readLines: async function* (...range: Parameters<EventLog['readLines']>) {
      for await (const page of log.readLines(...range)) yield page.map((stored) => ({ ...stored, ...change(stored) }));
    },
  });

describe('Verifying a log', () => {
  const log = new InMemoryEventLog();
  let lines: StoredLine[];
  beforeAll(async () => {
    await log.record(touches('x', 4_500));
    lines = await all(log.readLines());
  });

  it('ends at the hash of the head', async () => {
    const { hash } = await log.head();
    expect(await verify(log)).toEqual({ whole: true, position: 4_500, hash });
  });

  it('finds nothing wrong with nothing', async () =>
    expect(await verify(new InMemoryEventLog())).toEqual({ whole: true, position: 0, hash: '0'.repeat(64) }));

  it('names the first event whose line was changed', async () => {
    const changed = tampered(log, ({ position, line }) => (position >= 2_345 ? { line: line.replace('workshop', 'workshoq') } : {}));
    expect(await verify(changed)).toMatchObject({ whole: false, position: 2_345, found: lines[2_344]!.hash });
  });

  it('names the first event whose hash was changed, though all later ones fit', async () => {
    const changed = tampered(log, ({ position }) => (position === 17 ? { hash: 'f'.repeat(64) } : {}));
    expect(await verify(changed)).toEqual({ whole: false, position: 17, expected: lines[16]!.hash, found: 'f'.repeat(64) });
  });

  it('notices a line that is no event any more', async () => {
    const changed = tampered(log, ({ position }) => (position === 3_000 ? { line: '' } : {}));
    expect(await verify(changed)).toMatchObject({ whole: false, position: 3_000 });
  });

  it('goes on from a link that was kept, as far as asked', async () => {
    const from = { position: 1_000, hash: lines[999]!.hash! };
    expect(await verify(log, { from, upTo: 2_000 })).toEqual({ whole: true, position: 2_000, hash: lines[1_999]!.hash });
    const wrong = { position: 1_000, hash: lines[998]!.hash! };
    expect(await verify(log, { from: wrong })).toMatchObject({ whole: false, position: 1_001 });
  });

  it('tells how far it is after every page', async () => {
    const told: number[] = [];
    await verify(log, { onProgress: ({ position, hash }) => told.push(hash === lines[position - 1]!.hash ? position : NaN) });
    expect(told).toEqual([...Array.from({ length: 22 }, (_, page) => (page + 1) * pageSize), 4_500]);
  });

  it('computes the head where the store keeps no hashes', async () => {
    const without = tampered(log, () => ({ hash: null }));
    expect(await verify(without)).toEqual({ whole: true, position: 4_500, hash: lines[4_499]!.hash });
  });
});
