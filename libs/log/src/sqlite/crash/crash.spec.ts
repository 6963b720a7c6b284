import { rmSync } from 'node:fs';
import type { EventLog, Head } from '../../event-log.ts';
import { nothingYet } from '../../hash-chain.ts';
import { all } from '../../testing/reading.ts';
import { verify } from '../../verify.ts';
import { openSqliteLog } from '../index.ts';
import { inFolder } from '../testing/folder.ts';
import { WritingProcess } from './testing/child.ts';

/** 100 rounds wherever tests run; `npm run nx -- run @kithline/log:crash` for 1,000. */
const rounds = Number(process.env['KITHLINE_CRASH_ROUNDS'] ?? 100);
const lanes = 4;
/** Rounds of a lane after which it begins a new log, so that the disk need not hold what thousands of rounds write. */
const lifetime = 25;

/** The moments of death differ from round to round, and are the same in every run. */
function* moments(seed: number): Generator<number> {
  for (let state = seed; ; state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) yield state / 2 ** 32;
}

type Link = Readonly<{ position: number; hash: string }>;

describe(`A writer killed ${rounds} times`, () => {
  const folder = inFolder();

  it(
    'has kept every event it acknowledged and no half of a batch',
    async () => {
      const acknowledged = await Promise.all(Array.from({ length: lanes }, (_, lane) => killAgainAndAgain(lane)));
      expect(acknowledged.reduce((a, b) => a + b)).toBeGreaterThan(rounds);
    },
    rounds * 3_000,
  );

  /** Every `lanes`-th round; the number of batches acknowledged. */
  async function killAgainAndAgain(lane: number): Promise<number> {
    const moment = moments(lane + 1);
    const next = () => moment.next().value as number;
    let batches = 0;
    for (let first = lane; first < rounds; first += lanes * lifetime) {
      const path = folder.file(`log-${first}.sqlite`);
      batches += await lifeOf(path, { first, end: Math.min(rounds, first + lanes * lifetime), next });
      for (const beside of ['', '-wal', '-shm', '.lock']) rmSync(path + beside, { force: true });
    }
    return batches;
  }

  async function lifeOf(path: string, { first, end, next }: { first: number; end: number; next: () => number }): Promise<number> {
    let before: Link = { position: 0, hash: nothingYet };
    let batches = 0;
    for (let round = first; round < end; round += lanes) {
      const said = await killed(path, `r${round}`, next);
      const acknowledged = said.filter((line) => /^\d/.test(line)).map(linkOf);
      batches += acknowledged.length;
      // by turns a reader looks, which leaves the write-ahead log as the dead left it, and the next writer
      before = await survived(path, { before, acknowledged, mode: round % (2 * lanes) < lanes ? 'read' : 'write' });
    }
    return batches;
  }

  async function killed(path: string, run: string, next: () => number): Promise<readonly string[]> {
    const writer = new WritingProcess(path, run);
    await writer.hasSaid(next() < 0.2 ? 1 : 2 + Math.floor(next() * 3)); // while it opens, or once it writes
    await new Promise((resolve) => setTimeout(resolve, next() * 60));
    await writer.kill();
    expect(writer.said.filter((line) => line.startsWith('error'))).toEqual([]);
    return writer.said;
  }

  async function survived(
    path: string,
    { before, acknowledged, mode }: { before: Link; acknowledged: readonly Link[]; mode: 'read' | 'write' },
  ): Promise<Link> {
    const log = await openSqliteLog(path, { now: () => 0, mode }).catch((reason: unknown) => {
      if (acknowledged.length > 0 || before.position > 0) throw reason; // else it died before there was a log
      return undefined;
    });
    if (!log) return before;
    const head = await log.head();
    for (const { position, hash } of acknowledged) expect(await log.hashAt(position)).toBe(hash);
    expect(await verify(log, { from: before })).toEqual({ whole: true, position: head.position, hash: head.hash });
    await expectWholeBatches(log, before, head);
    await log.close();
    return { position: head.position, hash: head.hash ?? '' };
  }
});

const linkOf = (line: string): Link => {
  const [position = '', hash = ''] = line.split(' ');
  return { position: Number(position), hash };
};

/** The ids say of which batch of how many events each is. */
async function expectWholeBatches(log: EventLog, { position: after }: Link, head: Head): Promise<void> {
  const recorded = await all(log.readAll(after));
  expect(recorded.map(({ position }) => position)).toEqual(Array.from({ length: head.position - after }, (_, i) => after + 1 + i));
  const sizes = new Map<string, { found: number; size: string }>();
  for (const { event } of recorded) {
    const [run = '', batch = '', , size = ''] = event.id.split('.');
    const found = sizes.get(`${run}.${batch}`)?.found ?? 0;
    sizes.set(`${run}.${batch}`, { found: found + 1, size });
  }
  for (const { found, size } of sizes.values()) expect(`${found} of ${size}`).toBe(`${size} of ${size}`);
}
