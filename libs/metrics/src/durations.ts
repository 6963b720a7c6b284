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

/** All units, in days. */
export const unitsOf = ({ entry, exit, outcome, person }: Durations): Units => ({
  entry: inDays(entry),
  exit: inDays(exit),
  outcome,
  person,
});

/** A loop: for a million units many times faster than a function called for each of them. */
function inDays(durations: Float64Array): Float64Array {
  const days = new Float64Array(durations.length);
  for (let unit = 0; unit < days.length; unit++) days[unit] = durations[unit]! / DAY;
  return days;
}

/** The units of each part, told by the groups that make it up, in one pass over all. */
export function partition({ groups, group }: Durations, all: Units, parts: readonly (readonly DurationGroup[])[]): Units[] {
  const partOf = new Map(parts.flatMap((members, part) => members.map((member) => [member, part] as const)));
  const places = groups.map((one) => partOf.get(one) ?? -1);
  const counts = parts.map(() => 0);
  for (const one of group) if (places[one]! >= 0) counts[places[one]!]!++;
  const members = counts.map((count) => new Int32Array(count));
  const filled = parts.map(() => 0);
  group.forEach((one, unit) => {
    const part = places[one]!;
    if (part >= 0) members[part]![filled[part]!++] = unit;
  });
  return members.map((units) => select(all, units));
}

function select({ entry, exit, outcome, person }: Units, units: Int32Array): Units {
  return {
    entry: Float64Array.from(units, (unit) => entry[unit]!),
    exit: Float64Array.from(units, (unit) => exit[unit]!),
    outcome: Uint8Array.from(units, (unit) => outcome[unit]!),
    person: person.length > 0 ? Int32Array.from(units, (unit) => person[unit]!) : person,
  };
}

/** How many units ended so. */
export function countOutcome({ outcome }: Units, wanted: typeof CENSORED | typeof HAPPENED | typeof COMPETING): number {
  let count = 0;
  for (let unit = 0; unit < outcome.length; unit++) if (outcome[unit] === wanted) count++;
  return count;
}
