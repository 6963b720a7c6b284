import { storedId } from '@kithline/touchpoints';
import type { EventLog, Recorded } from '../event-log.ts';
import { all, idsOf } from './reading.ts';
import { touch, touches } from './touches.ts';

const many = touches('m', 4_321);

/** What is read back, and from where to where. */
export function readsTheLog(log: () => EventLog): void {
  it('has nothing to say while it is empty', async () => {
    expect(await all(log().readAll())).toEqual([]);
    expect(await all(log().readLines())).toEqual([]);
    expect(await log().head()).toMatchObject({ position: 0, recordedAt: null });
  });

  it('has nothing to say about a stream nobody wrote', async () => {
    await log().record([touch('a', 'p-1')]);
    expect(await log().readStream('member/p-9')).toEqual([]);
    expect(await log().readStream('member/p')).toEqual([]);
  });

  it('gives everything in order, page by page, positions increasing', async () => {
    await log().record(many);
    const pages: number[] = [];
    const recorded: Recorded[] = [];
    for await (const page of log().readAll()) {
      pages.push(page.length);
      recorded.push(...page);
    }
    expect(idsOf(recorded)).toEqual(many.map(({ id }) => id));
    expect(pages.every((length) => length > 0)).toBe(true);
    expect(recorded.every(({ position }, i) => i === 0 || position > recorded[i - 1]!.position)).toBe(true);
  });

  it('begins after the position asked for, and ends with the one asked for', async () => {
    await log().record(many);
    const recorded = await all(log().readAll());
    const [from, to] = [recorded[99]!.position, recorded[3_000]!.position];
    expect(await all(log().readAll(from))).toEqual(recorded.slice(100));
    expect(await all(log().readAll(from, to))).toEqual(recorded.slice(100, 3_001));
    expect(await all(log().readAll(to, from))).toEqual([]);
    expect(await all(log().readAll(recorded.at(-1)!.position))).toEqual([]);
  });

  it('reads up to the head as it is when the reading gets there', async () => {
    await log().record(many);
    const seen: string[] = [];
    for await (const page of log().readAll()) {
      if (seen.length === 0) await log().record([touch('late', 'p-1')]);
      seen.push(...idsOf(page));
    }
    expect(seen.at(-1)).toBe('late');
  });

  it('gives the lines as they are stored', async () => {
    await log().record(many);
    const recorded = await all(log().readAll());
    const lines = await all(log().readLines());
    expect(lines.map(({ position, recordedAt, line }) => ({ position, recordedAt, line }))).toEqual(
      recorded.map(({ position, recordedAt, line }) => ({ position, recordedAt, line })),
    );
    const [from, to] = [recorded[9]!.position, recorded[19]!.position];
    expect(await all(log().readLines(from, to))).toEqual(lines.slice(10, 20));
    expect(await Promise.all(lines.slice(0, 50).map(({ position }) => log().hashAt(position)))).toEqual(
      lines.slice(0, 50).map(({ hash }) => hash),
    );
  });

  it('finds an event by its stored id', async () => {
    await log().record(many);
    const recorded = await all(log().readAll());
    expect(await log().byId(storedId('urn:test', 'm-17'))).toEqual(recorded[17]);
    expect(await log().byId(storedId('urn:test', 'm-17').toUpperCase())).toEqual(recorded[17]);
    expect(await log().byId(storedId('urn:other', 'm-17'))).toBeUndefined();
    expect(await log().byId('m-17')).toBeUndefined();
  });

  it('has its head at the last event', async () => {
    await log().record(many);
    const last = (await all(log().readAll())).at(-1)!;
    expect(await log().head()).toMatchObject({ position: last.position, recordedAt: last.recordedAt });
    await log().record([touch('one-more', 'p-1')]);
    expect((await log().head()).position).toBeGreaterThan(last.position);
  });
}
