import { CENSORED, COMPETING, HAPPENED, type LatencyQuestion } from '../../questions/durations.ts';
import type { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { precedes } from '../order.ts';
import { EndsOfObservation } from './ends.ts';
import { ENDS, REOPENED } from './endings.ts';
import { LocalDays } from './local-days.ts';
import { ATTENDED, Sessions } from './sessions.ts';

/** Reasons that say the person could no longer be observed, not that they were not seen (METRICS C5). */
const censoring = ['moved_away', 'lost_contact_noninformative', 'handed_off'];
/** Reasons of a MemberLeft that end the waiting for a session; the others leave it open. */
const ofLeaving = [...censoring, 'died', 'lost_contact'];

/**
 * What decides the latency of a referral: the first (≺) of its k-th counted session, its competing or censoring end, an end of observation
 * of its client, their first withdrawal, and V. An end that a reopening by V undid is no end. One object serves a whole scan; of the
 * referral last `decide`d it holds the answer.
 */
export class LatencyOutcome {
  /** Instants of entry (delayed, or the clock's start) and exit, and from when the clock runs. */
  clock = 0;
  exit = 0;
  outcome = CENSORED;
  /** The session lies before the start. */
  inverted = false;
  readonly #derived: Derived;
  readonly #question: LatencyQuestion;
  readonly #coverage: Coverage;
  readonly #sessions: Sessions;
  readonly #days: LocalDays;
  readonly #ends: EndsOfObservation;
  readonly #censors: Uint8Array;
  #counted = 0;
  #lastDay = NaN;
  #session = -1;
  #end = -1;

  /** `coverage` is to be loaded with the referral's client before each call of `decide`. */
  constructor(derived: Derived, question: LatencyQuestion, coverage: Coverage) {
    this.#derived = derived;
    this.#question = question;
    this.#coverage = coverage;
    this.#sessions = new Sessions(derived);
    this.#days = new LocalDays(derived, question.days);
    this.#ends = new EndsOfObservation(derived, question.validAt, ofLeaving);
    const { words } = derived.journal.tables;
    this.#censors = new Uint8Array(words.count);
    for (const reason of censoring) if (words.find(reason) >= 0) this.#censors[words.find(reason)] = 1;
  }

  decide(referral: number, start: number, person: number): void {
    const { at } = this.#derived.journal;
    const gap = this.#coverage.firstGap(at[start]!);
    const departure = this.#departure(person, at[start]!);
    this.clock = at[start]!;
    this.#read(referral, start, departure < 0 ? gap : Math.min(gap, at[departure]!));
    this.inverted = this.#session >= 0 && at[this.#session]! < at[start]!;
    this.exit = Math.min(gap, this.#question.validAt);
    this.outcome = CENSORED;
    this.#weigh(this.#first(this.#end, departure));
  }

  /** The row of the first end of observation of the client from the start on, -1 for none. */
  #departure(person: number, from: number): number {
    const entry = this.#ends.entryFrom(person, from);
    return entry < 0 ? -1 : this.#derived.timelines.rows[entry]!;
  }

  #weigh(end: number): void {
    const { at } = this.#derived.journal;
    if (end >= 0 && at[end]! <= this.exit) this.#leave(end, this.#isCensoring(end) ? CENSORED : COMPETING);
    if (this.#session < 0 || at[this.#session]! > this.exit) return;
    if (this.#first(this.#session, end) === this.#session) this.#leave(this.#session, HAPPENED);
  }

  /** The earlier (≺) of two rows, either of which may be none. */
  #first(a: number, b: number): number {
    return b < 0 || (a >= 0 && precedes(this.#derived.journal, a, b)) ? a : b;
  }

  /** Finds the deciding session, the end that counts, and where a restarted clock begins: not after `until`, when waiting is over anyway. */
  #read(referral: number, start: number, until: number): void {
    const { offsets, at, code, rows } = this.#derived.referrals;
    this.#counted = 0;
    this.#lastDay = NaN;
    this.#session = this.#end = -1;
    for (let i = offsets[referral]!; i < offsets[referral + 1]! && at[i]! <= this.#question.validAt; i++) {
      if (code[i] === ATTENDED) this.#attended(i);
      else if (code[i] === REOPENED) this.#reopened(at[i]!, until);
      else if (ENDS[code[i]!] === 1 && this.#end < 0 && precedes(this.#derived.journal, start, rows[i]!)) this.#end = rows[i]!;
    }
  }

  #attended(entry: number): void {
    if (this.#session >= 0) return;
    const { at, rows } = this.#derived.referrals;
    if (!this.#sessions.counts(entry) || !this.#coverage.covers(at[entry]!, rows[entry]!)) return;
    if (this.#question.session > 1 && this.#isSameDay(rows[entry]!, at[entry]!)) return;
    if (++this.#counted === this.#question.session) this.#session = rows[entry]!;
  }

  /** Two sessions on one local day of the referral's community count once (METRICS C5b). */
  #isSameDay(row: number, at: number): boolean {
    const { made, journal } = this.#derived;
    const day = this.#days.dayOf(journal.community[made[journal.subject[row]!]!]!, at);
    const same = day === this.#lastDay;
    this.#lastDay = day;
    return same;
  }

  #reopened(at: number, until: number): void {
    this.#end = -1;
    const restarts = this.#question.clock === 'segment' && this.#counted === 0;
    if (restarts && at > this.clock && at <= until) this.clock = at;
  }

  #isCensoring(row: number): boolean {
    const reason = this.#derived.journal.word[row]!;
    return reason >= 0 && this.#censors[reason] === 1;
  }

  #leave(row: number, outcome: number): void {
    this.exit = this.#derived.journal.at[row]!;
    this.outcome = outcome;
  }
}
