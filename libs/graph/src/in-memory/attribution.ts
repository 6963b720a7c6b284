import { codeOf, WAS_INTRODUCED } from './codes.ts';
import type { Derived } from './derived.ts';
import { Introductions } from './introductions.ts';
import { precedes } from './order.ts';
import { type OrderedRows, selectRows } from './ordered-rows.ts';

const joined = codeOf('MemberJoined');
const reassigned = codeOf('IntroducerReassigned');

/**
 * Who counts as the introducer of a person (METRICS C20): whom the last IntroducerReassigned names; else the introduction that their first
 * MemberJoined names; else the first accepted one, of a member not after they joined. Whoever joined without one is a root.
 * An introduction counts from its making on, unless declined; one between ids that are now one person does not (METRICS C19).
 */
export class Attribution {
  readonly introductions: Introductions;
  readonly #derived: Derived;
  /** Of each timeline what says how the person came. */
  readonly #ways: OrderedRows;

  constructor(derived: Derived) {
    this.#derived = derived;
    this.introductions = new Introductions(derived.journal);
    const { code } = derived.timelines;
    this.#ways = selectRows(derived.timelines, (_, i) => code[i] === joined || code[i] === reassigned || code[i] === WAS_INTRODUCED);
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
    const timelines = this.#ways;
    for (let i = timelines.offsets[person + 1]! - 1; i >= timelines.offsets[person]!; i--) {
      if (timelines.code[i] !== reassigned || timelines.at[i]! > at) continue;
      if (!this.#isLoop(person, timelines.rows[i]!)) return timelines.rows[i]!;
    }
    return -1;
  }

  /** The first MemberJoined by then. */
  #joining(person: number, at: number): number {
    const timelines = this.#ways;
    for (let i = timelines.offsets[person]!; i < timelines.offsets[person + 1]! && timelines.at[i]! <= at; i++) {
      if (timelines.code[i] === joined) return timelines.rows[i]!;
    }
    return -1;
  }

  #named(person: number, joining: number, at: number): number {
    const { journal } = this.#derived;
    const introduction = journal.subject[joining]!;
    const row = introduction < 0 ? -1 : this.introductions.made[introduction]!;
    if (row < 0 || journal.at[row]! > at || this.#derived.isGone(journal.other[row]!, row)) return -1;
    return this.#stands(person, row, at) ? row : -1;
  }

  /** By the order of the acceptances, not of the introductions. */
  #firstAccepted(person: number, joining: number, at: number): number {
    const { journal } = this.#derived;
    const timelines = this.#ways;
    let first = -1;
    for (let i = timelines.offsets[person]!; i < timelines.offsets[person + 1]! && timelines.at[i]! <= at; i++) {
      const row = timelines.code[i] === WAS_INTRODUCED ? this.#acceptance(person, timelines.rows[i]!, { joining, at }) : -1;
      if (row >= 0 && (first < 0 || precedes(journal, row, first))) first = row;
    }
    return first < 0 ? -1 : this.introductions.made[journal.subject[first]!]!;
  }

  /** The row that accepted the introduction made at this row, by then and not after the joining; -1 when there is none or it does not stand. */
  #acceptance(person: number, made: number, { joining, at }: Readonly<{ joining: number; at: number }>): number {
    const { journal } = this.#derived;
    if (!this.#stands(person, made, at)) return -1;
    const row = this.introductions.accepted[journal.subject[made]!]!;
    if (row < 0 || journal.at[row]! > at) return -1;
    return joining >= 0 && precedes(journal, joining, row) ? -1 : row;
  }

  #stands(person: number, row: number, at: number): boolean {
    return !this.introductions.isDeclined(this.#derived.journal.subject[row]!, at) && !this.#isLoop(person, row);
  }

  #isLoop(person: number, row: number): boolean {
    return this.#derived.identity.of[this.introducerOf(row)] === person;
  }
}

const attributions = new WeakMap<Derived, Attribution>();

/** The attribution of a graph, built once. */
export function attributionOf(derived: Derived): Attribution {
  const attribution = attributions.get(derived) ?? new Attribution(derived);
  attributions.set(derived, attribution);
  return attribution;
}
