/** Yardstick of the replay: every line of the log read and parsed, page by page, and nothing else. */
import { say } from '../measuring/child.mjs';
import { Database } from '../measuring/sqlite.mjs';

const [log] = process.argv.slice(2);
const began = performance.now();
const db = new Database(log, { readonly: true });
const page = db.prepare('SELECT line FROM events WHERE position > ? ORDER BY position LIMIT 1000').pluck();
let read = 0;
for (let lines = page.all(0); lines.length > 0; lines = page.all(read)) {
  for (const line of lines) JSON.parse(line);
  read += lines.length;
}
db.close();
say({ ms: performance.now() - began, events: read });
