import { existsSync } from 'node:fs';
import type { TouchpointEvent } from '@kithline/touchpoints';
import type { StoredLine } from '../event-log.ts';
import { rowOf } from '../rows.ts';
import { contentsOf } from '../testing/reading.ts';
import { touch, touches } from '../testing/touches.ts';
import { openSqliteLog, type RestoredRow, restoreSqliteLog } from './index.ts';
import { inFolder } from './testing/folder.ts';

describe('Restoring a log', () => {
  const folder = inFolder();
  let time = 1_000;
  const open = (name: string) => openSqliteLog(folder.file(name), { now: () => (time += 7), mode: 'write' });

  /** What an export of a log of two batches would bring. */
  async function exported() {
    const log = await open('old.sqlite');
    await log.record(touches('x', 1_500));
    await log.record([touch('é 😀', 'p-1')]);
    const contents = await contentsOf(log);
    await log.close();
    return contents;
  }
  const rowsOf = (lines: readonly StoredLine[]): RestoredRow[] =>
    lines.map(({ line, recordedAt, hash }) => ({ ...rowOf(JSON.parse(line) as TouchpointEvent), recordedAt, hash }));
  async function* inBatches(rows: readonly RestoredRow[]) {
    for (let at = 0; at < rows.length; at += 400) yield await Promise.resolve(rows.slice(at, at + 400));
  }
  const restore = (rows: readonly RestoredRow[]) => restoreSqliteLog(folder.file('new.sqlite'), inBatches(rows));

  it('gives the same log again: lines, times and hashes', async () => {
    const { lines, head } = await exported();
    expect(await restore(rowsOf(lines))).toEqual(head);
    const log = await open('new.sqlite');
    expect(await contentsOf(log)).toEqual({ lines, head });
    expect((await log.readStream('member/p-1')).map(({ revision }) => revision)).toEqual([...Array(216).keys()]);
    await log.close();
  });

  it('leaves a log that is written on, with times that do not go back', async () => {
    const { lines, head } = await exported();
    await restore(rowsOf(lines));
    time = 5;
    const log = await open('new.sqlite');
    await log.record([touch('next', 'p-1')]);
    expect(await log.head()).toMatchObject({ position: 1_502, recordedAt: head.recordedAt });
    await log.close();
  });

  it('takes what was exported without hashes', async () => {
    const { lines, head } = await exported();
    expect(await restore(rowsOf(lines).map((row) => ({ ...row, hash: null })))).toEqual(head);
  });

  it('fills an empty log only', async () => {
    const { lines } = await exported();
    await restore(rowsOf(lines));
    await expect(restore(rowsOf(lines))).rejects.toMatchObject({
      name: 'RestoreRefused',
      position: 0,
      message: expect.stringMatching(/new\.sqlite holds 1501 events already: restore into an empty log/),
    });
  });

  it.each<[string, (rows: RestoredRow[]) => unknown, number, RegExp]>([
    [
      'a line was changed',
      (rows) => Object.assign(rows[700]!, { line: rows[700]!.line.replace('workshop', 'drop-in') }),
      701,
      /its hash is [\da-f]{64}, but/,
    ],
    ['an event was left out', (rows) => rows.splice(700, 1), 701, /something was changed or left out/],
    ['two events changed places', (rows) => rows.splice(700, 2, rows[701]!, rows[700]!), 701, /something was changed or left out/],
    ['an event is there twice', (rows) => rows.push(rows[1_500]!), 1_502, /stands further up already/],
    [
      'the times go back',
      (rows) => Object.assign(rows[1_500]!, { recordedAt: 0 }),
      1_501,
      /its recordedat is before that of the event above it/,
    ],
    ['a time is none', (rows) => Object.assign(rows[1_500]!, { recordedAt: NaN }), 1_501, /recordedat/],
  ])('refuses all of it when %s', async (_, spoil, position, words) => {
    const rows = rowsOf((await exported()).lines);
    spoil(rows);
    await expect(restore(rows)).rejects.toMatchObject({ name: 'RestoreRefused', position, message: expect.stringMatching(words) });
    const log = await open('new.sqlite');
    expect(await log.head()).toMatchObject({ position: 0 });
    await log.close();
  });

  it('leaves an empty log when the reading of the file fails', async () => {
    const broken = (async function* () {
      yield await Promise.resolve(rowsOf((await exported()).lines));
      throw new Error('the file ends here');
    })();
    await expect(restoreSqliteLog(folder.file('new.sqlite'), broken)).rejects.toThrow('the file ends here');
    const log = await open('new.sqlite');
    expect(await log.head()).toMatchObject({ position: 0 });
    await log.close();
  });

  it('leaves no write-ahead log behind', async () => {
    await restore(rowsOf((await exported()).lines));
    expect(existsSync(folder.file('new.sqlite-wal'))).toBe(false);
  });
});
