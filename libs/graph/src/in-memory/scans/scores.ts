import { DAY } from '@kithline/touchpoints';
import type { OutcomeQuestion } from '../../questions/outcomes.ts';
import { codeOf } from '../codes.ts';
import type { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { wereOneAt } from './merged-before.ts';

const measured = codeOf('OutcomeMeasured');
const left = codeOf('MemberLeft');

/** A score before may be this much older than the end of the engagement (METRICS C10). */
const BEFORE = 7 * DAY;

/** The scores of one instrument in timelines. `coverage` is to be loaded with the person asked about. */
export class Scores {
  readonly #derived: Derived;
  readonly #validAt: number;
  readonly #coverage: Coverage;
  /** By word: instrument and version of the instrument asked about. */
  readonly #isAsked: Uint8Array;

  constructor(derived: Derived, { instrument, validAt }: OutcomeQuestion, coverage: Coverage) {
    this.#derived = derived;
    this.#validAt = validAt;
    this.#coverage = coverage;
    const { words } = derived.journal.tables;
    this.#isAsked = Uint8Array.from({ length: words.count }, (_, word) => Number(words.text(word).startsWith(`${instrument}\n`)));
  }

  valueOf(entry: number): number {
    return this.#derived.journal.detailOf(this.#derived.timelines.rows[entry]!);
  }

  /** The entry of the last usable score in [t₀ − 7 d, t₀], -1 when there is none. */
  before(person: number, t0: number): number {
    let last = -1;
    for (const entry of this.within(person, t0 - BEFORE, t0)) if (this.#isUsable(entry)) last = entry;
    return last;
  }

  /** Whether there is such a score at all, usable or not. */
  hasBefore(person: number, t0: number): boolean {
    return this.within(person, t0 - BEFORE, t0).length > 0;
  }

  /** Usable scores in [from, to) that may be paired with one before: same version, same spell of membership, and the same person then. */
  pairable(person: number, before: number, { from, to }: Readonly<{ from: number; to: number }>): readonly number[] {
    const spellEnds = this.#leavingAfter(person, before);
    return this.within(person, from, to).filter(
      (entry) =>
        entry > before &&
        entry < spellEnds &&
        this.#derived.timelines.at[entry]! < to &&
        this.#isUsable(entry) &&
        this.#agree(before, entry),
    );
  }

  /** Entries of scores in [from, to] by V. */
  within(person: number, from: number, to: number): readonly number[] {
    const { offsets, at, code, rows } = this.#derived.timelines;
    const until = Math.min(to, this.#validAt);
    const entries: number[] = [];
    for (let i = offsets[person]!; i < offsets[person + 1]! && at[i]! <= until; i++) {
      if (at[i]! >= from && code[i] === measured && this.#isAsked[this.#derived.journal.word[rows[i]!]!] === 1) entries.push(i);
    }
    return entries;
  }

  /** The entry at which the member left, after this one. */
  #leavingAfter(person: number, entry: number): number {
    const { offsets, code } = this.#derived.timelines;
    let i = entry + 1;
    while (i < offsets[person + 1]! && code[i] !== left) i++;
    return i;
  }

  #agree(before: number, after: number): boolean {
    const { journal, timelines } = this.#derived;
    const [a, b] = [timelines.rows[before]!, timelines.rows[after]!];
    return (
      journal.word[a] === journal.word[b] && wereOneAt(this.#derived, { a: journal.person[a]!, b: journal.person[b]! }, Math.max(a, b))
    );
  }

  #isUsable(entry: number): boolean {
    const { at, rows } = this.#derived.timelines;
    return this.#coverage.covers(at[entry]!, rows[entry]!);
  }
}
