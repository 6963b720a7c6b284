import type { PersonId } from '@kithline/touchpoints';
import type { Naming } from '../../naming.ts';
import type { ReturnQuestion } from '../../questions/returns.ts';
import type { Group } from '../../questions/scope.ts';
import type { Derived } from '../derived.ts';
import { CohortUnits, type CohortOfGroup } from './cohort-units.ts';
import { ReturnTimes } from './return-times.ts';

/** The units of a return question with, for the one loaded, when it returned and whether it may be observed. */
export class ReturnUnits {
  readonly validAt: number;
  readonly #units: CohortUnits;
  readonly #times: ReturnTimes;
  readonly #derived: Derived;
  readonly #naming: Naming;

  constructor(derived: Derived, question: ReturnQuestion, naming: Naming) {
    this.validAt = question.validAt;
    this.#derived = derived;
    this.#naming = naming;
    this.#units = new CohortUnits(derived, { ...question, recurring: question.cohorts }, naming);
    this.#times = new ReturnTimes(derived, question, this.#units);
  }

  get count(): number {
    return this.#units.count;
  }
  get cohort(): Int32Array {
    return this.#units.cohort;
  }
  get person(): Int32Array {
    return this.#units.person;
  }
  get cohorts(): readonly CohortOfGroup[] {
    return this.#units.cohorts;
  }
  get unknownStart(): number {
    return this.#units.unknownStart;
  }

  start(unit: number): number {
    return this.#derived.timelines.at[this.#units.entry[unit]!]!;
  }
  community(unit: number): number {
    return this.#units.community[unit]!;
  }
  noconsent(): readonly (Group & Readonly<{ units: number }>)[] {
    return this.#units.noconsent();
  }

  load(unit: number): void {
    const { person, community, entry, end } = this.#units;
    this.#times.load({ person: person[unit]!, community: community[unit]!, start: entry[unit]!, end: end[unit]! });
  }

  /** Whether the loaded unit returned from `from` (after it when `open`) and before `to` (or at it when `closed`). */
  hasReturn(from: number, to: number, ends: Readonly<{ open: boolean; closed: boolean }>): boolean {
    return this.#times.any(from, to, ends);
  }

  /** The instants at which the loaded unit returned: the first `count`, in order. */
  get returned(): Readonly<{ times: readonly number[]; count: number }> {
    return this.#times;
  }

  /** The loaded unit neither died nor moved away nor ever withdrew: it leaves no window. */
  get undisturbed(): boolean {
    return this.#times.undisturbed;
  }

  /** Whether the loaded unit leaves a window observed over [from, to): died or moved away before its end, or a gap in its consent. */
  leaves(from: number, to: number): boolean {
    return this.#times.endsBefore(to) || this.#times.hasGap(from, to);
  }

  nameOf(person: number): PersonId | null {
    const id = this.#derived.journal.tables.persons.text(person);
    return this.#naming.of(id) === 'named' ? id : null;
  }
}
