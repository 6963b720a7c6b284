import { rowOf } from '../rows.ts';
import { touch } from '../testing/touches.ts';
import { connectToWrite } from './connection.ts';
import { Reader } from './reader.ts';
import { inFolder } from './testing/folder.ts';
import { Writer } from './writer.ts';

describe('The writer of a log', () => {
  const folder = inFolder();
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

  it('goes on where the log ends after a transaction that failed, also when that could not be read at once', () => {
    const path = folder.file('log.sqlite');
    const { db, lock } = connectToWrite(path);
    const reader = new Reader(db, path);
    const writer = new Writer(db, path, reader);
    const record = (id: string) => writer.record([rowOf(touch(id, 'p-1'))], 5);
    const failing = () => {
      record('undone');
      throw full;
    };
    writer.together([() => record('a')]);
    const head = reader.head.bind(reader);
    reader.head = () => {
      throw full;
    };
    expect(() => writer.together([failing])).toThrow('full');
    expect(() => writer.together([() => record('b')])).toThrow('full');
    reader.head = head;
    expect(writer.together([() => record('b')])).toEqual([{ result: [{ position: 2, outcome: 'written' }] }]);
    expect(reader.head()).toMatchObject({ position: 2, hash: writer.hash });
    db.close();
    lock.release();
  });
});
