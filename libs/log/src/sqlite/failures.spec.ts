import Database from 'better-sqlite3';
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LogUnavailable, type Trouble } from '../log-unavailable.ts';
import { all } from '../testing/reading.ts';
import { touch, touches } from '../testing/touches.ts';
import { rowOf } from '../rows.ts';
import { verify } from '../verify.ts';
import { openSqliteLog } from './index.ts';
import { inFolder } from './testing/folder.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

const now = () => 0;

describe('A log in SQLite that cannot be used', () => {
  const folder = inFolder();
  const path = () => folder.file('log.sqlite');
  const write = (file = path()) => openSqliteLog(file, { now, mode: 'write' });
  const read = (file = path()) => openSqliteLog(file, { now, mode: 'read' });

  /** One line, of this kind, that names the file; and nothing in the folder is other than before. */
  async function refused(opening: () => Promise<unknown>, code: Trouble, words: RegExp) {
    const before = contents();
    const error = await opening().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LogUnavailable);
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((error as Error).message).not.toContain('\n');
    expect(contents()).toEqual(before);
  }
  /** What SQLite lays beside a log while it is read does not count. */
  const contents = () =>
    readdirSync(dirname(path()))
      .filter((name) => !/-(wal|shm)$/.test(name))
      .map((name) => [name, statSync(folder.file(name)).isFile() && hash('sha256', readFileSync(folder.file(name)))]);

  it('says so when there is none to read', () => refused(read, 'missing', /there is no log at .*log\.sqlite yet/));

  it('says so when there is no folder for it', () =>
    refused(() => write(folder.file('no/log.sqlite')), 'no-folder', /there is no folder .*no$/));

  it.each([
    ['a text', () => writeFileSync(path(), 'name,joined\n'.repeat(500))],
    ['a folder', () => mkdirSync(path())],
    [
      'the database of another program',
      () => {
        const db = new Database(path());
        db.exec('PRAGMA application_id = 7; CREATE TABLE events (position INTEGER PRIMARY KEY); INSERT INTO events VALUES (1)');
        db.close();
      },
    ],
    ['half a log', () => writeFileSync(path(), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(60)]))],
  ])('leaves %s as it is', async (_, make) => {
    make();
    await refused(write, 'not-a-log', /log\.sqlite is not a/);
    await refused(read, 'not-a-log', /log\.sqlite is not a/);
  });

  it('leaves a log of a newer format as it is', async () => {
    await (await write()).close();
    const db = new Database(path());
    db.pragma('user_version = 2');
    db.close();
    await refused(write, 'newer-format', /is a log of format 2 and this program knows formats up to 1: use a newer Kithline/);
  });

  it('says so when nothing can be made in its folder', () =>
    refused(() => write(folder.barred('log.sqlite')), 'read-only', /cannot write in .*: allow this user/));

  it('says so when it is opened to read and then written', async () => {
    await (await write()).close();
    const log = await read();
    await expect(log.record([touch('a', 'p-1')])).rejects.toMatchObject({ code: 'read-only' });
    await expect(log.append('member/p-1', [touch('a', 'p-1')], 'no-stream')).rejects.toMatchObject({ code: 'read-only' });
    await log.close();
  });

  it('is written by one at a time, whom it names to the next', async () => {
    const log = await write();
    await expect(write()).rejects.toMatchObject({
      code: 'locked',
      message: `${path()} is being written by process ${process.pid}: wait until it is done, or stop it`,
    });
    await log.record([touch('a', 'p-1')]);
    await log.close();
    const next = await write();
    expect(await next.head()).toMatchObject({ position: 1 });
    await next.close();
  });

  it('loses nothing when the disk is full, and goes on when there is room', async () => {
    const log = await write();
    await log.record(touches('x', 100));
    const before = await all(log.readLines());
    await log.close();

    const db = new Database(path());
    const reader = new Reader(db, path());
    const writer = new Writer(db, path(), reader);
    db.pragma('max_page_count = 1'); // no more pages than there are: SQLite finds the disk full
    expect(() => writer.together([() => writer.record(touches('y', 5_000).map(rowOf), 0)])).toThrow(
      expect.objectContaining({
        code: 'disk-full',
        message: expect.stringMatching(/^the disk that holds .* is full: nothing of this batch was written/),
      }),
    );
    expect(reader.lines(0)).toEqual(before);
    db.pragma('max_page_count = 1000000');
    expect(writer.together([() => writer.record([touch('z', 'p-1')].map(rowOf), 0)])).toEqual([
      { result: [{ position: 101, outcome: 'written' }] },
    ]);
    db.close();
    const again = await read();
    expect(await verify(again)).toMatchObject({ whole: true, position: 101 });
    await again.close();
  });

  it('is written by one at a time, however its path is spelt', async () => {
    const log = await write();
    symlinkSync(path(), folder.file('other.sqlite'));
    await expect(write(folder.file('other.sqlite'))).rejects.toMatchObject({ code: 'locked' });
    await expect(write(`${dirname(path())}/./log.sqlite`)).rejects.toMatchObject({ code: 'locked' });
    await log.close();
  });

  it('is not begun anew beside the events of one that was taken away', async () => {
    await (await write()).close();
    renameSync(path(), folder.file('away.sqlite'));
    writeFileSync(`${path()}-wal`, 'the last events');
    await refused(write, 'damaged', /log\.sqlite is gone, but .*log\.sqlite-wal is there and belongs to it/);
  });

  it('makes a log out of an empty file', async () => {
    writeFileSync(path(), '');
    const log = await write();
    expect(await log.record([touch('a', 'p-1')])).toHaveLength(1);
    await log.close();
  });
});
