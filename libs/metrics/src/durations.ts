import type { CENSORED, COMPETING, DurationGroup, Durations, HAPPENED } from '@kithline/graph';
import { DAY } from '@kithline/touchpoints';

/** The units of one group, in days: columns in step with each other. What survival estimates are computed from. */
export type Units = Readonly<{
  entry: Float64Array;
  exit: Float64Array;
  outcome: Uint8Array;
  /** Persons in byte order of their ids; empty where they were not asked for. */
  person: Int32Array;
}>;

/** The units of some groups. Durations are divided into days once, here. */
export function unitsOf(durations: Durations, members: readonly DurationGroup[]): Units {
  const wanted = durations.groups.map((group) => members.includes(group));
  const all = wanted.every((one) => one);
  const units = all ? undefined : [...durations.group.keys()].filter((unit) => wanted[durations.group[unit]!]);
  const inDays = (column: Float64Array): Float64Array =>
    units ? Float64Array.from(units, (unit) => column[unit]! / DAY) : column.map((ms) => ms / DAY);
  return {
    entry: inDays(durations.entry),
    exit: inDays(durations.exit),
    outcome: units ? Uint8Array.from(units, (unit) => durations.outcome[unit]!) : durations.outcome,
    person: units && durations.person.length > 0 ? Int32Array.from(units, (unit) => durations.person[unit]!) : durations.person,
  };
}

/** How many units ended so. */
export const countOutcome = ({ outcome }: Units, wanted: typeof CENSORED | typeof HAPPENED | typeof COMPETING): number =>
  outcome.reduce((count, one) => count + Number(one === wanted), 0);
