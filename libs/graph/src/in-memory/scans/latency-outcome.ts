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
  /** Of the referral that is being read: sessions counted so far, the local day of the last, and the entries of the deciding session and end. */
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
    const from = this.#derived.journal.at[start]!;
    const { at, word } = this.#derived.referrals;
    const gap = this.#coverage.firstGap(from);
    const departure = this.#ends.entryFrom(person, from);
    this.clock = from;
    this.#read(referral, start, departure < 0 ? gap : Math.min(gap, this.#derived.timelines.at[departure]!));
    this.exit = Math.min(gap, this.#question.validAt);
    this.outcome = CENSORED;
    if (departure >= 0) this.#depart(departure);
    if (this.#end >= 0 && at[this.#end]! <= this.exit) this.#stop(at[this.#end]!, word[this.#end]!);
    this.#see(from);
  }

  /** Ends waiting with the client's, unless the referral's own end comes first. */
  #depart(entry: number): void {
    const { journal, referrals, timelines } = this.#derived;
    if (this.#end >= 0 && precedes(journal, timelines.rows[entry]!, referrals.rows[this.#end]!)) this.#end = -1;
    if (this.#end < 0 && timelines.at[entry]! <= this.exit) this.#stop(timelines.at[entry]!, timelines.word[entry]!);
  }

  #stop(at: number, reason: number): void {
    this.exit = at;
    this.outcome = reason >= 0 && this.#censors[reason] === 1 ? CENSORED : COMPETING;
  }

  /** The session counts when nothing came before it; sessions rank before whatever else happens at their instant. */
  #see(from: number): void {
    const at = this.#session < 0 ? Infinity : this.#derived.referrals.at[this.#session]!;
    this.inverted = at < from;
    if (at > this.exit) return;
    this.exit = at;
    this.outcome = HAPPENED;
  }

  /** Finds the deciding session, the end that counts, and where a restarted clock begins: not after `until`, when waiting is over anyway. */
  #read(referral: number, start: number, until: number): void {
    const { offsets, at, code } = this.#derived.referrals;
    const last = offsets[referral + 1]!;
    this.#counted = 0;
    this.#lastDay = NaN;
    this.#session = this.#end = -1;
    for (let i = offsets[referral]!; i < last && at[i]! <= this.#question.validAt; i++) {
      if (code[i] === ATTENDED) this.#attended(referral, i);
      else if (code[i] === REOPENED) this.#reopened(at[i]!, until);
      else if (ENDS[code[i]!] === 1 && this.#end < 0 && this.#isAfter(start, i)) this.#end = i;
    }
  }

  #isAfter(start: number, entry: number): boolean {
    const { journal, referrals } = this.#derived;
    return referrals.at[entry]! > journal.at[start]! || precedes(journal, start, referrals.rows[entry]!);
  }

  #attended(referral: number, entry: number): void {
    if (this.#session >= 0 || !this.#sessions.counts(referral, entry)) return;
    const at = this.#derived.referrals.at[entry]!;
    if (!this.#coverage.covers(at, this.#derived.referrals.rows[entry]!)) return;
    if (this.#question.session > 1 && this.#isSameDay(referral, at)) return;
    if (++this.#counted === this.#question.session) this.#session = entry;
  }

  /** Two sessions on one local day of the referral's community count once (METRICS C5b). */
  #isSameDay(referral: number, at: number): boolean {
    const { made, journal } = this.#derived;
    const day = this.#days.dayOf(journal.community[made[referral]!]!, at);
    const same = day === this.#lastDay;
    this.#lastDay = day;
    return same;
  }

  #reopened(at: number, until: number): void {
    this.#end = -1;
    const restarts = this.#question.clock === 'segment' && this.#counted === 0;
    if (restarts && at > this.clock && at <= until) this.clock = at;
  }
}
