import { codeOf, WAS_INTRODUCED } from './codes.ts';
import type { Derived } from './derived.ts';
import { precedes } from './order.ts';

const made = codeOf('IntroductionMade');
const accepted = codeOf('IntroductionAccepted');
const declined = codeOf('IntroductionDeclined');
const joined = codeOf('MemberJoined');
const reassigned = codeOf('IntroducerReassigned');

/**
 * Who counts as the introducer of a person (METRICS C20): whom the last IntroducerReassigned names; else the introduction that their first
 * MemberJoined names; else the first accepted one, of a member not after they joined. Whoever joined without one is a root.
 * An introduction counts from its making on, unless declined; one between ids that are now one person does not (METRICS C19).
 */
export class Attribution {
  readonly #derived: Derived;
  /** By introduction: the row of its first (≺) fact of the kind, -1 for none. */
  readonly #made: Int32Array;
  readonly #accepted: Int32Array;
  readonly #declined: Int32Array;

  constructor(derived: Derived) {
    this.#derived = derived;
    const { journal } = derived;
    const first = new Map([made, accepted, declined].map((code) => [code, new Int32Array(journal.tables.introductions.count).fill(-1)]));
    for (let row = 0; row < journal.rows; row++) {
      const rows = first.get(journal.type[row]!);
      if (!rows) continue;
      const known = rows[journal.subject[row]!]!;
      if (known < 0 || precedes(journal, row, known)) rows[journal.subject[row]!] = row;
    }
    this.#made = first.get(made)!;
    this.#accepted = first.get(accepted)!;
    this.#declined = first.get(declined)!;
  }

  /** The fact that gives this representative their introducer, as of an instant: an IntroductionMade or an IntroducerReassigned; -1 for a root. */
  of(person: number, at: number): number {
    const moved = this.#reassignment(person, at);
    if (moved >= 0) return moved;
    const joining = this.#joining(person, at);
    const named = joining < 0 ? -1 : this.#named(person, joining, at);
    return named >= 0 ? named : this.#firstAccepted(person, joining, at);
  }

  /** The introducer (by recorded number) that such a fact names. Their part may have gone with an erasure: see Derived.isGone. */
  introducerOf(row: number): number {
    const { type, person, other } = this.#derived.journal;
    return type[row] === reassigned ? other[row]! : person[row]!;
  }

  /** The last reassignment by then. */
  #reassignment(person: number, at: number): number {
    const { timelines } = this.#derived;
    for (let i = timelines.offsets[person + 1]! - 1; i >= timelines.offsets[person]!; i--) {
      if (timelines.code[i] !== reassigned || timelines.at[i]! > at) continue;
      if (!this.#isLoop(person, timelines.rows[i]!)) return timelines.rows[i]!;
    }
    return -1;
  }

  /** The first MemberJoined by then. */
  #joining(person: number, at: number): number {
    const { timelines } = this.#derived;
    for (let i = timelines.offsets[person]!; i < timelines.offsets[person + 1]! && timelines.at[i]! <= at; i++) {
      if (timelines.code[i] === joined) return timelines.rows[i]!;
    }
    return -1;
  }

  #named(person: number, joining: number, at: number): number {
    const { journal } = this.#derived;
    const introduction = journal.subject[joining]!;
    const row = introduction < 0 ? -1 : this.#made[introduction]!;
    if (row < 0 || journal.at[row]! > at || this.#derived.isGone(journal.other[row]!, row)) return -1;
    return this.#stands(person, row, at) ? row : -1;
  }

  /** By the order of the acceptances, not of the introductions. */
  #firstAccepted(person: number, joining: number, at: number): number {
    const { journal, timelines } = this.#derived;
    let first = -1;
    for (let i = timelines.offsets[person]!; i < timelines.offsets[person + 1]! && timelines.at[i]! <= at; i++) {
      const row = timelines.code[i] === WAS_INTRODUCED ? this.#acceptance(person, timelines.rows[i]!, { joining, at }) : -1;
      if (row >= 0 && (first < 0 || precedes(journal, row, first))) first = row;
    }
    return first < 0 ? -1 : this.#made[journal.subject[first]!]!;
  }

  /** The row that accepted the introduction made at this row, by then and not after the joining; -1 when there is none or it does not stand. */
  #acceptance(person: number, made: number, { joining, at }: Readonly<{ joining: number; at: number }>): number {
    const { journal } = this.#derived;
    if (!this.#stands(person, made, at)) return -1;
    const row = this.#accepted[journal.subject[made]!]!;
    if (row < 0 || journal.at[row]! > at) return -1;
    return joining >= 0 && precedes(journal, joining, row) ? -1 : row;
  }

  #stands(person: number, row: number, at: number): boolean {
    const refused = this.#declined[this.#derived.journal.subject[row]!]!;
    return (refused < 0 || this.#derived.journal.at[refused]! > at) && !this.#isLoop(person, row);
  }

  #isLoop(person: number, row: number): boolean {
    return this.#derived.identity.of[this.introducerOf(row)] === person;
  }
}
