import type { Window } from '../../questions/returns.ts';
import type { ReturnUnits } from './return-units.ts';
import type { Tally } from './tally.ts';
import type { Bounds } from './window-bounds.ts';

/** (from, to]: nobody engaged after `from` until and with `to`. */
const QUIET = { open: true, closed: true };

/** Weighs a unit against every window of a question. Windows are columns here: a scan has millions of cells. */
export class Weigher {
  readonly #units: ReturnUnits;
  readonly #bounds: Bounds;
  readonly #tally: Tally;
  readonly #count: number;
  readonly #from: Float64Array;
  /** NaN: up to V. */
  readonly #to: Float64Array;
  readonly #observed: Float64Array;
  readonly #over: Float64Array;
  readonly #ends: readonly Readonly<{ open: boolean; closed: boolean }>[];
  readonly #quiet: readonly (number | undefined)[];
  /** Windows begin and end later and later, so what is immature once stays so. */
  readonly #ascending: boolean;

  constructor(windows: readonly Window[], { units, bounds, tally }: Readonly<{ units: ReturnUnits; bounds: Bounds; tally: Tally }>) {
    this.#units = units;
    this.#bounds = bounds;
    this.#tally = tally;
    this.#count = windows.length;
    this.#from = Float64Array.from(windows, ({ from }) => from);
    this.#to = Float64Array.from(windows, ({ to }) => to ?? NaN);
    this.#observed = Float64Array.from(windows, ({ observe }) => observe[0]);
    this.#over = Float64Array.from(windows, ({ observe }) => observe[1]);
    this.#ends = windows.map(({ open, closed, to }) => ({ open: open === true, closed: closed || to === null }));
    this.#quiet = windows.map(({ quietFrom }) => quietFrom);
    this.#ascending = this.#from.every((from, j) => j === 0 || (from >= this.#from[j - 1]! && this.#over[j]! >= this.#over[j - 1]!));
  }

  /** Censored before immature (QUESTIONS, answers); else mature, and returned or not. */
  weigh(unit: number): void {
    const [units, tally] = [this.#units, this.#tally];
    const cohort = units.cohort[unit]!;
    units.load(unit);
    this.#bounds.set(units.start(unit), units.community(unit));
    tally.begin(cohort, units.person[unit]!);
    const settled = units.undisturbed && this.#ascending;
    for (let j = 0; j < this.#count; j++) {
      if (this.#isElsewhere(j)) continue;
      const over = this.#bounds.at(this.#over[j]!);
      if (!settled && units.leaves(this.#observedFrom(unit, j), over)) tally.censored(j);
      else if (over <= units.validAt) tally.mature(j, this.#hasReturned(j));
      else if (settled) return tally.immatureFrom(j);
      else tally.immature(j);
    }
  }

  /** No unit is observed before its start: the calendar period that holds it began earlier. */
  #observedFrom(unit: number, j: number): number {
    return Math.max(this.#units.start(unit), this.#bounds.at(this.#observed[j]!));
  }

  /** The unit engaged where the window wants to have missed it: it is no unit of this window. */
  #isElsewhere(j: number): boolean {
    const quiet = this.#quiet[j];
    return quiet !== undefined && this.#units.hasReturn(this.#bounds.at(quiet), this.#bounds.at(this.#from[j]!), QUIET);
  }

  #hasReturned(j: number): boolean {
    const to = this.#to[j]!;
    return this.#units.hasReturn(
      this.#bounds.at(this.#from[j]!),
      Number.isNaN(to) ? this.#units.validAt : this.#bounds.at(to),
      this.#ends[j]!,
    );
  }
}
