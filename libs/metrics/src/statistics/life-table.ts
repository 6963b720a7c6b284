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
  const of = (wanted: number): Float64Array => exit.filter((_, unit) => outcome[unit] === wanted).sort();
  const happened = leaving(of(HAPPENED));
  const competed = leaving(of(COMPETING));
  const observed = leaving(of(CENSORED));
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
  const [used, unused] = [(column: Int32Array) => column.subarray(0, rows), time.subarray(0, rows)];
  return {
    units: exit.length,
    time: unused,
    atRisk: used(atRisk),
    events: used(events),
    competing: used(competing),
    censored: used(censored),
    entries,
  };
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
  const unit = exit.findIndex(
    (time, one) => !(time >= 0 && time < Infinity && (entry[one] === 0 || (entry[one]! > 0 && time > entry[one]!))),
  );
  if (unit < 0) return;
  throw new RangeError(
    `unit ${unit} is observed from ${entry[unit]} to ${exit[unit]}: never at risk, so it is left out and counted before`,
  );
}
