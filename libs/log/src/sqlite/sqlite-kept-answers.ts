import { createHash } from 'node:crypto';
import type { Instant } from '@kithline/touchpoints';
import Database from 'better-sqlite3';
import type { Kept, KeptAnswers } from '../kept-answers.ts';
import { explained } from './failures.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS answers (
    key BLOB PRIMARY KEY,
    request TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    answer TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS by_age ON answers (taken_at)`;

/** How long an answer is kept at least. */
const DAY = 86_400_000;
/** How often what is older is taken out. */
const HOUR = 3_600_000;

type Row = Readonly<{ request: string; answer: string | null }>;

/**
 * Kept answers in an SQLite file of their own. A commit does not wait for the disk: what was said survives the end of the process, and
 * after a power failure the command finds its own events in the log. Keys are kept as hashes, since senders put anything into them.
 */
export class SqliteKeptAnswers implements KeptAnswers {
  readonly #path: string;
  readonly #now: () => Instant;
  readonly #db: Database.Database;
  readonly #take: Database.Statement<[Buffer, string, Instant]>;
  readonly #find: Database.Statement<[Buffer], Row>;
  readonly #keep: Database.Statement<[string, Buffer]>;
  readonly #release: Database.Statement<[Buffer]>;
  #pruned: Instant = -Infinity;

  /** @throws LogUnavailable */
  constructor(path: string, now: () => Instant) {
    this.#path = path;
    this.#now = () => Math.floor(now());
    this.#db = explained(path, () => opened(path));
    this.#take = this.#db.prepare('INSERT INTO answers (key, request, taken_at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING');
    this.#find = this.#db.prepare('SELECT request, answer FROM answers WHERE key = ?');
    this.#keep = this.#db.prepare('UPDATE answers SET answer = ? WHERE key = ?');
    this.#release = this.#db.prepare('DELETE FROM answers WHERE key = ?');
  }

  take(key: string, request: string): Kept {
    return explained(this.#path, () => {
      this.#prune();
      const { changes } = this.#take.run(hashed(key), request, this.#now());
      const found = changes === 0 ? this.#find.get(hashed(key)) : undefined;
      if (!found) return { request, isNew: true };
      return { request: found.request, isNew: false, ...(found.answer !== null && { answer: found.answer }) };
    });
  }

  keep(key: string, answer: string): void {
    explained(this.#path, () => this.#keep.run(answer, hashed(key)));
  }

  release(key: string): void {
    explained(this.#path, () => this.#release.run(hashed(key)));
  }

  close(): void {
    this.#db.close();
  }

  #prune(): void {
    const now = this.#now();
    if (now - this.#pruned < HOUR) return;
    this.#db.prepare('DELETE FROM answers WHERE taken_at < ?').run(now - DAY);
    this.#pruned = now;
  }
}

function opened(path: string): Database.Database {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(schema);
  return db;
}

const hashed = (key: string): Buffer => createHash('sha256').update(key).digest();
