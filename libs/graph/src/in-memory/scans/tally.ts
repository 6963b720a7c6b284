import type { PersonId } from '@kithline/touchpoints';
import type { ReturnCell } from '../../questions/returns.ts';

/** The cells of all cohorts, flat: cohort × windows + window. `begin` chooses the unit that the next words are about. */
export class Tally {
  readonly units: Int32Array;
  readonly #windows: number;
  readonly #mature: Int32Array;
  readonly #returned: Int32Array;
  readonly #immature: Int32Array;
  /** Units by how many windows they are mature for: one place more than there are windows. */
  readonly #matureUntil: Int32Array;
  readonly #censored: Int32Array;
  readonly #persons: number[][] | undefined;
  #cohort = 0;
  #row = 0;
  #person = -1;

  constructor(cohorts: number, windows: number, list: boolean) {
    const cells = cohorts * windows;
    this.units = new Int32Array(cohorts);
    this.#windows = windows;
    this.#mature = new Int32Array(cells);
    this.#returned = new Int32Array(cells);
    this.#immature = new Int32Array(cells);
    this.#matureUntil = new Int32Array(cohorts * (windows + 1));
    this.#censored = new Int32Array(cells);
    this.#persons = list ? Array.from({ length: cells }, () => []) : undefined;
  }

  /** The next words are about this unit. */
  begin(cohort: number, person: number): void {
    this.units[cohort]!++;
    this.#cohort = cohort;
    this.#row = cohort * this.#windows;
    this.#person = person;
  }

  censored(window: number): void {
    this.#censored[this.#row + window]!++;
  }

  immature(window: number): void {
    this.#immature[this.#row + window]!++;
  }

  /** Mature in the windows before this one, immature from it on. */
  matureUntil(window: number): void {
    this.#matureUntil[this.#cohort * (this.#windows + 1) + window]!++;
  }

  mature(window: number, returned: boolean): void {
    this.#mature[this.#row + window]!++;
    if (returned) this.returned(window);
  }

  returned(window: number): void {
    this.#returned[this.#row + window]!++;
    this.#persons?.[this.#row + window]!.push(this.#person);
  }

  /** The cells of one cohort; persons, where listed, by name in byte order, those who may not be named last. */
  cells(cohort: number, nameOf: (person: number) => PersonId | null): ReturnCell[] {
    const settled = this.#matureUntil.subarray(cohort * (this.#windows + 1), (cohort + 1) * (this.#windows + 1));
    const all = settled.reduce((sum, units) => sum + units, 0);
    let immature = 0;
    return Array.from({ length: this.#windows }, (_, window) => {
      const cell = cohort * this.#windows + window;
      immature += settled[window]!;
      const counts = {
        mature: all - immature + this.#mature[cell]!,
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
