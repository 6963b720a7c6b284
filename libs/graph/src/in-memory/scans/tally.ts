import type { PersonId } from '@kithline/touchpoints';
import type { ReturnCell } from '../../questions/returns.ts';

/** The cells of all cohorts, flat: cohort × windows + window. `begin` chooses the unit that the next words are about. */
export class Tally {
  readonly units: Int32Array;
  readonly #windows: number;
  readonly #mature: Int32Array;
  readonly #returned: Int32Array;
  readonly #immature: Int32Array;
  readonly #immatureFrom: Int32Array;
  readonly #censored: Int32Array;
  readonly #persons: number[][] | undefined;
  #row = 0;
  #person = -1;

  constructor(cohorts: number, windows: number, list: boolean) {
    const cells = cohorts * windows;
    this.units = new Int32Array(cohorts);
    this.#windows = windows;
    this.#mature = new Int32Array(cells);
    this.#returned = new Int32Array(cells);
    this.#immature = new Int32Array(cells);
    this.#immatureFrom = new Int32Array(cells);
    this.#censored = new Int32Array(cells);
    this.#persons = list ? Array.from({ length: cells }, () => []) : undefined;
  }

  /** The next words are about this unit. */
  begin(cohort: number, person: number): void {
    this.units[cohort]!++;
    this.#row = cohort * this.#windows;
    this.#person = person;
  }

  censored(window: number): void {
    this.#censored[this.#row + window]!++;
  }

  immature(window: number): void {
    this.#immature[this.#row + window]!++;
  }

  /** Immature in this window and every later one. */
  immatureFrom(window: number): void {
    this.#immatureFrom[this.#row + window]!++;
  }

  mature(window: number, returned: boolean): void {
    this.#mature[this.#row + window]!++;
    if (!returned) return;
    this.#returned[this.#row + window]!++;
    this.#persons?.[this.#row + window]!.push(this.#person);
  }

  /** The cells of one cohort; persons, where listed, by name in byte order, those who may not be named last. */
  cells(cohort: number, nameOf: (person: number) => PersonId | null): ReturnCell[] {
    let immature = 0;
    return Array.from({ length: this.#windows }, (_, window) => {
      const cell = cohort * this.#windows + window;
      immature += this.#immatureFrom[cell]!;
      const counts = {
        mature: this.#mature[cell]!,
        returned: this.#returned[cell]!,
        immature: immature + this.#immature[cell]!,
        censored: this.#censored[cell]!,
      };
      return this.#persons ? { ...counts, persons: byName(this.#persons[cell]!.map(nameOf)) } : counts;
    });
  }
}

function byName(names: (PersonId | null)[]): (PersonId | null)[] {
  return names.sort((a, b) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
}
