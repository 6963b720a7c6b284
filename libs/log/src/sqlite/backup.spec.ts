import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contentsOf } from '../testing/reading.ts';
import { touch, touches } from '../testing/touches.ts';
import { verify } from '../verify.ts';
import { openSqliteLog } from './index.ts';
import type { SqliteLog } from './sqlite-log.ts';
import { inFolder } from './testing/folder.ts';

describe('A backup', () => {
  const folder = inFolder();
  const now = () => 0;
  let log: SqliteLog;
  beforeEach(async () => {
    log = await openSqliteLog(folder.file('log.sqlite'), { now, mode: 'write' });
    await log.record(touches('x', 20_000));
  });
  afterEach(() => log.close());

  const copied = async () => {
    const copy = await openSqliteLog(folder.file('copy.sqlite'), { now, mode: 'write' });
    const found = { ...(await contentsOf(copy)), verified: await verify(copy) };
    await copy.close();
    return found;
  };

  it('is the log as it was at that moment, to the hash', async () => {
    const before = await contentsOf(log);
    await log.backup(folder.file('copy.sqlite'));
    expect(await copied()).toEqual({ ...before, verified: { whole: true, position: 20_000, hash: before.head.hash } });
  });

  it('leaves nothing but itself', async () => {
    await log.backup(folder.file('copy.sqlite'));
    expect(readdirSync(dirname(log.path)).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
  });

  it('keeps to one moment though the log is written all the while', async () => {
    const before = await contentsOf(log);
    const copying = log.backup(folder.file('copy.sqlite'));
    let written = 0;
    const writing = new AbortController();
    void copying.finally(() => writing.abort());
    while (!writing.signal.aborted) {
      await log.record([touch(`meanwhile-${written++}`, 'p-1')]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await copying;
    expect(written).toBeGreaterThan(1);
    const { lines } = await copied();
    expect(lines.length).toBeLessThan(20_000 + written);
    expect(lines.slice(0, 20_000)).toEqual(before.lines);
    expect(await log.head()).toMatchObject({ position: 20_000 + written });
  });

  it('is made by a reader too', async () => {
    const reader = await openSqliteLog(log.path, { now, mode: 'read' });
    await reader.backup(folder.file('copy.sqlite'));
    await reader.close();
    expect((await copied()).head).toEqual(await log.head());
  });

  it('overwrites nothing', async () => {
    writeFileSync(folder.file('copy.sqlite'), 'mine');
    await expect(log.backup(folder.file('copy.sqlite'))).rejects.toMatchObject({
      code: 'exists',
      message: expect.stringContaining('exists already'),
    });
    await expect(log.backup(log.path)).rejects.toMatchObject({ code: 'exists' });
  });

  it('goes to a folder that is there, and can be written', async () => {
    await expect(log.backup(folder.file('no/copy.sqlite'))).rejects.toMatchObject({ code: 'no-folder' });
    await expect(log.backup(folder.barred('copy.sqlite'))).rejects.toMatchObject({ code: 'read-only' });
  });
});
