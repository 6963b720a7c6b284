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
  /** Infinity: up to V, after which nothing is known. */
  readonly #to: Float64Array;
  readonly #observed: Float64Array;
  readonly #over: Float64Array;
  readonly #ends: readonly Readonly<{ open: boolean; closed: boolean }>[];
  readonly #quiet: readonly (number | undefined)[];
  readonly #closed: Uint8Array;
  /** Where the windows of one unit begin and finish. */
  readonly #begins: Float64Array;
  readonly #finishes: Float64Array;
  /** Windows begin and end later and later, and each is just a stretch of time. */
  readonly #plain: boolean;

  constructor(windows: readonly Window[], { units, bounds, tally }: Readonly<{ units: ReturnUnits; bounds: Bounds; tally: Tally }>) {
    this.#units = units;
    this.#bounds = bounds;
    this.#tally = tally;
    this.#count = windows.length;
    this.#from = Float64Array.from(windows, ({ from }) => from);
    this.#to = Float64Array.from(windows, ({ to }) => to ?? Infinity);
    this.#observed = Float64Array.from(windows, ({ observe }) => observe[0]);
    this.#over = Float64Array.from(windows, ({ observe }) => observe[1]);
    this.#ends = windows.map(({ open, closed, to }) => ({ open: open === true, closed: closed || to === null }));
    this.#quiet = windows.map(({ quietFrom }) => quietFrom);
    this.#closed = Uint8Array.from(this.#ends, ({ closed }) => Number(closed));
    this.#begins = new Float64Array(windows.length);
    this.#finishes = new Float64Array(windows.length);
    const ascending = this.#from.every((from, j) => j === 0 || (from >= this.#from[j - 1]! && this.#over[j]! >= this.#over[j - 1]!));
    this.#plain = ascending && windows.every(({ open, quietFrom }) => open !== true && quietFrom === undefined);
  }

  /** Censored before immature (QUESTIONS, answers); else mature, and returned or not. */
  weigh(unit: number): void {
    const [units, tally] = [this.#units, this.#tally];
    const cohort = units.cohort[unit]!;
    units.load(unit);
    this.#bounds.set(units.start(unit), units.community(unit));
    tally.begin(cohort, units.person[unit]!);
    if (this.#plain && units.undisturbed) return this.#weighSettled();
    for (let j = 0; j < this.#count; j++) {
      if (this.#isElsewhere(j)) continue;
      const over = this.#bounds.at(this.#over[j]!);
      if (units.leaves(this.#observedFrom(unit, j), over)) tally.censored(j);
      else if (over <= units.validAt) tally.mature(j, this.#hasReturned(j));
      else tally.immature(j);
    }
  }

  /**
   * The same for a unit that leaves no window, where windows begin and end later and later: mature up to one, immature from there on, and
   * the search for returns only goes forward. Nearly all units go this way.
   */
  #weighSettled(): void {
    const { times, count } = this.#units.returned;
    const mature = this.#bounds.countUntil(this.#over, this.#units.validAt);
    this.#tally.matureUntil(mature);
    this.#bounds.fill(this.#from, mature, this.#begins);
    this.#bounds.fill(this.#to, mature, this.#finishes);
    const [begins, finishes, closed] = [this.#begins, this.#finishes, this.#closed];
    for (let i = 0, j = 0; j < mature; j++) {
      while (i < count && times[i]! < begins[j]!) i++;
      if (i === count) return;
      if (times[i]! < finishes[j]! || (closed[j] === 1 && times[i] === finishes[j])) this.#tally.returned(j);
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
