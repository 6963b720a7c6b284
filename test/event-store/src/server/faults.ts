/**
 * What goes wrong with one append: `ignored` (not written, not answered), `unanswered` (written), `late` (written now, answered after
 * `lateness`), `late-write` (written and answered after it), `broken-before`/`broken-after` (the stream of appends breaks before or after
 * writing), `ended` (it ends in good order, without an answer), `busy` (refused for now), `denied`.
 */
export type AppendFault = 'ignored' | 'unanswered' | 'late' | 'late-write' | 'broken-before' | 'broken-after' | 'ended' | 'busy' | 'denied';

/** What a server does wrong. All of it is off at first. */
export class Faults {
  /** Of the next appends, one each, in this order. */
  readonly appends: AppendFault[] = [];
  /** By how many milliseconds the clock of the server is ahead. */
  clock = 0;
  /** Milliseconds. */
  lateness = 400;
  /** What is sent over new streams of appends is not read, so that it waits before the connection. */
  deaf = false;
  /** Calls of these kinds are taken and never answered. */
  readonly silent = new Set<'reads' | 'subscriptions' | 'features'>();
  /** A read in the middle of a record fails as a mistake of the server, which it mostly does not: what it reads there seldom looks like one. */
  garbledPositions = false;
  /** So many of the next reads fail as a mistake of the server. */
  failingReads = 0;
  /** So many of the next reads of a stream show nothing of it, as those of a server that comes behind the one that is written to. */
  laggingReads = 0;
  /** So many of the next reads break after their first event. */
  brokenReads = 0;
  /** So many of the next subscriptions break after their first event. */
  brokenSubscriptions = 0;
  /** Servers before 24: a live subscription with more than this many events behind its client is ended. */
  liveBuffer: number | undefined;
  /** Names the position of the first event as that of an append of several. */
  namesFirst = false;
  /** Tells no position, which is -1, of an append that was written before, as a server does that cannot read the event then. */
  namesNoneAgain = false;
  /** Says that it caught up before it sends anything. */
  caughtUpFirst = false;
  /** Says with every event that a checkpoint was reached, at the end of the log. */
  earlyCheckpoints = false;
  /** Milliseconds that a subscription takes to pass over as many events as lie between two checkpoints. */
  scanning = 0;
  /** Sends every event of a subscription twice. */
  repeats = false;
  /** Nobody may subscribe or read. */
  denies = false;
}
