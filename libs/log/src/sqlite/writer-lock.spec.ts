import { all, followed } from '../testing/reading.ts';
import { touch } from '../testing/touches.ts';
import { WritingProcess } from './crash/testing/child.ts';
import { openSqliteLog } from './index.ts';
import { inFolder } from './testing/folder.ts';

describe('A log in SQLite that another process writes', () => {
  const folder = inFolder();
  const path = () => folder.file('log.sqlite');
  const now = () => 0;
  let writer: WritingProcess;
  beforeEach(async () => {
    writer = new WritingProcess(path(), 'other');
    await writer.hasSaid(4);
  });
  afterEach(() => writer.kill());

  it('is refused to a second writer at once, with the process that has it', async () => {
    const asked = performance.now();
    await expect(openSqliteLog(path(), { now, mode: 'write' })).rejects.toMatchObject({
      code: 'locked',
      message: `${path()} is being written by process ${writer.pid}: wait until it is done, or stop it`,
    });
    expect(performance.now() - asked).toBeLessThan(1_000);
  });

  it('is there for the next writer as soon as the other is dead', async () => {
    await writer.kill();
    const log = await openSqliteLog(path(), { now, mode: 'write' });
    expect(await log.record([touch('mine', 'p-1')])).toMatchObject([{ outcome: 'written' }]);
    await log.close();
    writer = new WritingProcess(path(), 'again');
    await writer.hasSaid(3);
    expect(writer.said.slice(0, 2)).toEqual(['opening', 'open']);
  });

  it('is read and followed all the while', async () => {
    const log = await openSqliteLog(path(), { now, mode: 'read' });
    const { position } = await log.head();
    const following = followed(log, position + 2_000);
    const found = await following;
    expect(found.map((recorded) => recorded.position)).toEqual(Array.from({ length: found.length }, (_, i) => i + 1));
    expect(await all(log.readAll(0, found.length))).toEqual(found);
    await log.close();
  });
});
