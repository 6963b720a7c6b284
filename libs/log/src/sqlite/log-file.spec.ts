import Database from 'better-sqlite3';
import { all, followed } from '../testing/reading.ts';
import { touch, touches } from '../testing/touches.ts';
import { verify } from '../verify.ts';
import { openSqliteLog } from './index.ts';
import { inFolder } from './testing/folder.ts';

describe('A log in SQLite that was changed from outside', () => {
  const folder = inFolder();
  const path = () => folder.file('log.sqlite');
  const open = () => openSqliteLog(path(), { now: () => 0, mode: 'write' });

  async function changed(sql: string) {
    const log = await open();
    await log.record(touches('x', 2_500));
    await log.close();
    const db = new Database(path());
    db.exec(sql);
    db.close();
    return open();
  }

  it.each([
    ['a line was changed', "UPDATE events SET line = replace(line, 'workshop', 'drop-in') WHERE position = 1234", 1234],
    ['a hash was changed', 'UPDATE events SET hash = zeroblob(32) WHERE position = 2', 2],
    ['an event was left out', 'DELETE FROM events WHERE position = 17', 18],
    ['a whole page was left out', 'DELETE FROM events WHERE position BETWEEN 1001 AND 2000', 2001],
    ['a line is no event any more', "UPDATE events SET line = 'null' WHERE position = 2100", 2100],
  ])('is found out when %s', async (_, sql, position) => {
    const log = await changed(sql);
    expect(await verify(log)).toMatchObject({ whole: false, position });
    await log.close();
  });

  it.each([
    ['in the middle of a page', 'DELETE FROM events WHERE position = 17', 17],
    ['as long as a page', 'DELETE FROM events WHERE position BETWEEN 1001 AND 2000', 1001],
    ['at the start', 'DELETE FROM events WHERE position = 1', 1],
  ])('is not replayed over a gap %s', async (_, sql, position) => {
    const log = await changed(sql);
    await expect(all(log.readAll())).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining(`position ${position}`) });
    await log.close();
  });

  it('names the event that cannot be read', async () => {
    const log = await changed("UPDATE events SET line = 'null' WHERE position = 2100");
    const events = async () => (await all(log.readAll())).map(({ event }) => event);
    await expect(events()).rejects.toMatchObject({
      name: 'LogUnavailable',
      code: 'damaged',
      message: expect.stringContaining('position 2100'),
    });
    expect(await all(log.readAll(0, 2_099))).toHaveLength(2_099);
    await log.close();
  });

  it('is told from one that is only being written at this moment', async () => {
    const log = await open();
    await log.record([touch('a', 'p-1')]);
    const reader = await openSqliteLog(path(), { now: () => 0, mode: 'read' });
    const following = followed(reader, 51);
    for (let i = 0; i < 50; i++) await log.record([touch(`b-${i}`, 'p-1')]);
    expect(await following).toHaveLength(51);
    await reader.close();
    await log.close();
  });
});
