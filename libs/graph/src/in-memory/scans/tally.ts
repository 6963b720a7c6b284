import type { PersonId } from '@kithline/touchpoints';
import type { ReturnCell } from '../../questions/returns.ts';

/** The cells of all cohorts, flat: cohort × windows + window. `at` chooses the cell that the next word is about. */
export class Tally {
  readonly units: Int32Array;
  readonly #windows: number;
  readonly #mature: Int32Array;
  readonly #returned: Int32Array;
  readonly #immature: Int32Array;
  readonly #censored: Int32Array;
  readonly #persons: number[][] | undefined;
  #cell = 0;
  #person = -1;

  constructor(cohorts: number, windows: number, list: boolean) {
    const cells = cohorts * windows;
    this.units = new Int32Array(cohorts);
    this.#windows = windows;
    this.#mature = new Int32Array(cells);
    this.#returned = new Int32Array(cells);
    this.#immature = new Int32Array(cells);
    this.#censored = new Int32Array(cells);
    this.#persons = list ? Array.from({ length: cells }, () => []) : undefined;
  }

  unit(cohort: number): void {
    this.units[cohort]!++;
  }

  at(cohort: number, window: number, person: number): this {
    this.#cell = cohort * this.#windows + window;
    this.#person = person;
    return this;
  }

  censored(): void {
    this.#censored[this.#cell]!++;
  }

  immature(): void {
    this.#immature[this.#cell]!++;
  }

  mature(returned: boolean): void {
    this.#mature[this.#cell]!++;
    if (!returned) return;
    this.#returned[this.#cell]!++;
    this.#persons?.[this.#cell]!.push(this.#person);
  }

  /** The cells of one cohort; persons, where listed, by name in byte order, those who may not be named last. */
  cells(cohort: number, nameOf: (person: number) => PersonId | null): ReturnCell[] {
    return Array.from({ length: this.#windows }, (_, window) => {
      const cell = cohort * this.#windows + window;
      const counts = {
        mature: this.#mature[cell]!,
        returned: this.#returned[cell]!,
        immature: this.#immature[cell]!,
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
