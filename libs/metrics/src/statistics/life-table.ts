import { CENSORED, COMPETING, HAPPENED } from '@kithline/graph';

/**
 * Spells under observation, one a unit, in columns: from `entry` (0 for nearly all) to `exit`, in days, and how they ended: CENSORED,
 * HAPPENED or COMPETING.
 */
export type Spells = Readonly<{ entry: Float64Array; exit: Float64Array; outcome: Uint8Array }>;

/** One row a distinct exit time, censorings included, in ascending order of time. */
export type LifeTable = Readonly<{
  units: number;
  time: Float64Array;
  /** #{entry < time ≤ exit}; at time 0 all units with entry 0. */
  atRisk: Int32Array;
  events: Int32Array;
  competing: Int32Array;
  censored: Int32Array;
  /** The entries after 0, ascending. */
  entries: Float64Array;
}>;

/**
 * The life table that every survival estimate is computed from. Exits of the three outcomes are sorted apart and merged: sorting plain
 * numbers is many times faster than sorting units.
 * @throws RangeError when a unit was never at risk (exit < 0, or exit ≤ entry where entry > 0): such units are left out before
 */
export function lifeTable({ entry, exit, outcome }: Spells): LifeTable {
  refuseNeverAtRisk(entry, exit);
  const happened = leaving(ascending(exit, outcome, HAPPENED));
  const competed = leaving(ascending(exit, outcome, COMPETING));
  const observed = leaving(ascending(exit, outcome, CENSORED));
  const entries = entry.filter((time) => time > 0).sort();
  const time = new Float64Array(exit.length);
  const [atRisk, events, competing, censored] = Array.from({ length: 4 }, () => new Int32Array(exit.length)) as Columns;
  let rows = 0;
  let present = exit.length - entries.length;
  for (let entered = 0; ; rows++) {
    const now = Math.min(happened.next(), competed.next(), observed.next());
    if (now === Infinity) break;
    for (; entered < entries.length && entries[entered]! < now; entered++) present++;
    time[rows] = now;
    atRisk[rows] = present;
    present -= events[rows] = happened.leaveAt(now);
    present -= competing[rows] = competed.leaveAt(now);
    present -= censored[rows] = observed.leaveAt(now);
  }
  const used = <Column extends Float64Array | Int32Array>(column: Column) => column.subarray(0, rows) as Column;
  return {
    units: exit.length,
    time: used(time),
    atRisk: used(atRisk),
    events: used(events),
    competing: used(competing),
    censored: used(censored),
    entries,
  };
}

/** The exits with one outcome, ascending. The bits of numbers from 0 on are ordered as they are, and sort twice as fast. */
function ascending(exit: Float64Array, outcome: Uint8Array, wanted: number): Float64Array {
  const chosen = new Float64Array(exit.length);
  let count = 0;
  for (let unit = 0; unit < exit.length; unit++) if (outcome[unit] === wanted) chosen[count++] = exit[unit]! + 0; // −0 becomes 0
  new BigUint64Array(chosen.buffer, 0, count).sort();
  return chosen.subarray(0, count);
}

type Columns = [Int32Array, Int32Array, Int32Array, Int32Array];

/** A queue of exits in ascending order. */
function leaving(exits: Float64Array) {
  let gone = 0;
  return {
    next: (): number => (gone < exits.length ? exits[gone]! : Infinity),
    leaveAt: (time: number): number => {
      const before = gone;
      while (exits[gone] === time) gone++;
      return gone - before;
    },
  };
}

function refuseNeverAtRisk(entry: Float64Array, exit: Float64Array): void {
  for (let unit = 0; unit < exit.length; unit++) {
    const from = entry[unit]!;
    const to = exit[unit]!;
    if (from === 0 ? to >= 0 && to < Infinity : from > 0 && from < to && to < Infinity) continue;
    throw new RangeError(`unit ${unit} is observed from ${from} to ${to}: never at risk, so it is left out and counted before`);
  }
}
