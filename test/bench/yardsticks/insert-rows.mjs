/**
 * Yardstick of the import: the finished rows of a log, inserted into the same table with the same indexes, pragmas and batch size, and
 * nothing else. The rows are read from the log between the batches; that is not counted.
 */
import { BATCH } from '../../../libs/network/dist/reading/batches.js';
import { say } from '../measuring/child.mjs';
import { Database } from '../measuring/sqlite.mjs';

const [log, copy] = process.argv.slice(2);
const source = new Database(log, { readonly: true });
const { sql } = source.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events'").get();
const page = source.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?').raw();
let spent = 0;
const counted = (work) => {
  const began = performance.now();
  const result = work();
  spent += performance.now() - began;
  return result;
};

const target = counted(() => {
  const db = new Database(copy);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 10000', 'cache_size = -64000']) db.pragma(pragma);
  db.exec(sql);
  return db;
});
const insert = target.prepare(`INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)`);
const insertAll = target.transaction((rows) => {
  for (const row of rows) insert.run(row);
});
for (let rows = page.all(0, BATCH); rows.length > 0; rows = page.all(rows.at(-1)[0], BATCH)) counted(() => insertAll.immediate(rows));
counted(() => target.close());
say({ ms: spent });
