import type { Handled } from '../../decision.ts';
import type { SqliteLog } from '../sqlite-log.ts';
import type { WrittenRow } from '../writer.ts';
import type { SentError } from './sent-error.ts';

/** What a thread that writes does for others. A request is JSON: a text crosses over in a third of the time that so small an object takes. */
export type Writing = Pick<SqliteLog, 'append' | 'record' | 'recordRows'> & Readonly<{ handle: (request: string) => Promise<Handled> }>;

/** Something to do: its number, by which it is answered; what; and of what. */
export type Order = readonly [number: number, does: keyof Writing, given: readonly unknown[]];

/** An order, or that there will be no more. */
export type Told = Order | 'end';

export type Answer = readonly [number: number, outcome: Readonly<{ result: unknown }> | Readonly<{ error: SentError }>];

/** First whether the log was opened, then news. */
export type Said = Readonly<{ opened: true }> | Readonly<{ error: SentError }> | News;

/** Answers, and all that was recorded since the last news: where that is much, whoever wants it reads the file. */
export type News = Readonly<{ answers: readonly Answer[]; recorded: readonly WrittenRow[] | 'see the file' }>;
