import type { DurationGroup, Durations } from '../../questions/durations.ts';
import type { Derived } from '../derived.ts';
import type { CellKey } from './cells.ts';
import { byteOrder } from './clusters.ts';

/** A group of durations while it is counted. */
export type OpenGroup = { -readonly [Field in keyof DurationGroup]: DurationGroup[Field] };
export const openGroup = (key: CellKey): OpenGroup => ({ ...key, noconsent: 0, inverted: 0, noStart: 0, notAtRisk: 0 });

/** Durations while they are collected, at most `room` of them. */
export class DurationColumns {
  readonly #derived: Derived;
  readonly #entry: Float64Array<ArrayBuffer>;
  readonly #exit: Float64Array<ArrayBuffer>;
  readonly #outcome: Uint8Array<ArrayBuffer>;
  readonly #group: Int32Array<ArrayBuffer>;
  readonly #person: Int32Array<ArrayBuffer>;
  readonly #seen: Uint8Array;
  #clustered = false;
  #count = 0;

  constructor(derived: Derived, room: number) {
    this.#derived = derived;
    this.#entry = new Float64Array(room);
    this.#exit = new Float64Array(room);
    this.#outcome = new Uint8Array(room);
    this.#group = new Int32Array(room);
    this.#person = new Int32Array(room);
    this.#seen = new Uint8Array(derived.journal.tables.persons.count);
  }

  /** A unit of this group and representative; `duration` tells when it entered and left, and how. */
  add(group: number, person: number, duration: Readonly<{ entry: number; exit: number; outcome: number }>): void {
    const unit = this.#count++;
    this.#entry[unit] = duration.entry;
    this.#exit[unit] = duration.exit;
    this.#outcome[unit] = duration.outcome;
    this.#group[unit] = group;
    this.#person[unit] = person;
    if (this.#seen[person] === 1) this.#clustered = true;
    this.#seen[person] = 1;
  }

  finish(groups: readonly DurationGroup[], nameClusters: boolean): Durations {
    const count = this.#count;
    return {
      groups,
      entry: this.#entry.subarray(0, count),
      exit: this.#exit.subarray(0, count),
      outcome: this.#outcome.subarray(0, count),
      group: this.#group.subarray(0, count),
      person: nameClusters ? byteOrder(this.#derived, this.#person.subarray(0, count)) : new Int32Array(),
      clustered: this.#clustered,
    };
  }
}
