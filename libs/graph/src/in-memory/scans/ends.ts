import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { isUndone } from './endings.ts';

const left = codeOf('MemberLeft');
const closed = codeOf('ReferralClosed');

/** Reasons that say something about the person, whichever referral they close. */
const ofAPerson = ['died', 'moved_away'];

/**
 * Ends of observation (METRICS C0.8): MemberLeft, or a ReferralClosed not reopened by V, because the person died or moved away. Latency
 * also heeds other reasons of a MemberLeft (C5). An end takes units out of observation and counts nobody, so consent is not asked.
 */
export class EndsOfObservation {
  readonly #derived: Derived;
  readonly #validAt: number;
  /** By word: whether it is such a reason, of a MemberLeft and of a ReferralClosed. */
  readonly #leaving: Uint8Array;
  readonly #closing: Uint8Array;
  /** By representative: there may be one. Few have one, so a scan need not look for it. */
  readonly #some: Uint8Array;

  constructor(derived: Derived, validAt: number, ofLeaving: readonly string[] = ofAPerson) {
    this.#derived = derived;
    this.#validAt = validAt;
    const { words } = derived.journal.tables;
    const flags = (reasons: readonly string[]): Uint8Array => {
      const found = new Uint8Array(words.count);
      for (const reason of reasons) if (words.find(reason) >= 0) found[words.find(reason)] = 1;
      return found;
    };
    this.#leaving = flags(ofLeaving);
    this.#closing = flags(ofAPerson);
    this.#some = this.#whoHasSome();
  }

  /** When observation of the person ended first after (≻) this entry of their timeline; Infinity when it did not. */
  after(person: number, entry: number): number {
    return this.#some[person] === 1 ? this.#timeOf(this.#search(person, entry + 1)) : Infinity;
  }

  /** When it ended first at or after this instant. */
  from(person: number, at: number): number {
    return this.#timeOf(this.entryFrom(person, at));
  }

  /** The timeline entry of the first end at or after this instant, -1 when there is none. */
  entryFrom(person: number, at: number): number {
    if (this.#some[person] === 0) return -1;
    const { timelines } = this.#derived;
    let i = timelines.offsets[person]!;
    while (i < timelines.offsets[person + 1]! && timelines.at[i]! < at) i++;
    return this.#search(person, i);
  }

  #timeOf(entry: number): number {
    return entry < 0 ? Infinity : this.#derived.timelines.at[entry]!;
  }

  #search(person: number, from: number): number {
    const { at, code, rows, offsets } = this.#derived.timelines;
    const end = offsets[person + 1]!;
    for (let i = from; i < end && at[i]! <= this.#validAt; i++) {
      if (this.#isEnd(code[i]!, rows[i]!) && !this.#isTakenBack(rows[i]!)) return i;
    }
    return -1;
  }

  #isEnd(code: number, row: number): boolean {
    if (code !== left && code !== closed) return false;
    const reason = this.#derived.journal.word[row]!;
    return reason >= 0 && (code === left ? this.#leaving : this.#closing)[reason] === 1;
  }

  #isTakenBack(row: number): boolean {
    return this.#derived.journal.type[row] === closed && isUndone(this.#derived, row, this.#validAt);
  }

  #whoHasSome(): Uint8Array {
    const { journal, identity, made } = this.#derived;
    const some = new Uint8Array(journal.tables.persons.count);
    const note = (about: number): void => {
      if (about >= 0) some[identity.of[journal.person[about]!]!] = 1;
    };
    for (const row of journal.rowsOf(left)) if (this.#isEnd(left, row)) note(row);
    for (const row of journal.rowsOf(closed)) if (this.#isEnd(closed, row)) note(made[journal.subject[row]!]!);
    return some;
  }
}
