import { HAPPENED } from '@kithline/graph';
import { TOLERANCE } from './curve-times.ts';
import type { Spells } from './life-table.ts';

/** Spells and whose they are: persons numbered in byte order of their ids. The numbers need not be dense: an arm is part of a group. */
export type ClusteredSpells = Spells & Readonly<{ person: Int32Array }>;

/** How often each person of an arm is in a sample, in order of their ids. */
export type Sample = Int32Array;

/** One arm, laid out so that a statistic of any sample of its persons is one pass over its units in order of exit. */
export type ClusteredArm = Readonly<{
  persons: number;
  /** The Kaplan–Meier median of a sample; Infinity when it was not reached. */
  medianOf: (sample: Sample) => number;
  /** Its restricted mean survival time; NaN when its follow-up is too short. */
  rmstOf: (sample: Sample, tau: number) => number;
}>;

/** @throws RangeError when it is not said whose each spell is */
export function clusteredArm(spells: ClusteredSpells): ClusteredArm {
  if (spells.person.length !== spells.exit.length) {
    throw new RangeError(
      `${spells.exit.length} spells and ${spells.person.length} persons: a bootstrap over persons needs one for each spell`,
    );
  }
  const { persons, of } = ranked(spells.person);
  const columns = columnsOf(spells, of);
  const last = new Float64Array(persons).fill(-1);
  spells.exit.forEach((time, unit) => (last[of[unit]!] = Math.max(last[of[unit]!]!, time)));
  return {
    persons,
    medianOf: (sample) => fall(columns, sample, 0.5 + TOLERANCE, Infinity).time,
    rmstOf: (sample, tau) => {
      const { time, area } = fall(columns, sample, 0, tau);
      const followed = time < tau || last.some((exit, person) => sample[person]! > 0 && exit >= tau);
      return followed ? area : NaN;
    },
  };
}

/** Persons numbered 0, 1, 2 … without gaps, in the same order. */
function ranked(person: Int32Array): Readonly<{ persons: number; of: Int32Array }> {
  const rank = new Map<number, number>();
  for (const one of Int32Array.from(person).sort()) if (!rank.has(one)) rank.set(one, rank.size);
  return { persons: rank.size, of: person.map((one) => rank.get(one)!) };
}

/** Units in order of exit; those that entered after 0 also in order of entry. */
type Columns = Readonly<{ exit: Float64Array; happened: Uint8Array; person: Int32Array; entry: Float64Array; entrant: Int32Array }>;

function columnsOf({ entry, exit, outcome }: Spells, person: Int32Array): Columns {
  const byExit = Uint32Array.from(exit.keys()).sort((one, other) => exit[one]! - exit[other]!);
  const late = Uint32Array.from(entry.keys())
    .filter((unit) => entry[unit]! > 0)
    .sort((one, other) => entry[one]! - entry[other]!);
  return {
    exit: Float64Array.from(byExit, (unit) => exit[unit]!),
    happened: Uint8Array.from(byExit, (unit) => Number(outcome[unit] === HAPPENED)),
    person: Int32Array.from(byExit, (unit) => person[unit]!),
    entry: Float64Array.from(late, (unit) => entry[unit]!),
    entrant: Int32Array.from(late, (unit) => person[unit]!),
  };
}

/**
 * Kaplan–Meier of a sample: the time before `until` at which the curve falls to `floor` (Infinity when it does not) and the area under it
 * up to there, or up to `until`. The innermost loop of the bootstrap: one pass, no calls.
 */
function fall({ exit, happened, person, entry, entrant }: Columns, sample: Sample, floor: number, until: number) {
  let atRisk = unitsOf(sample, person) - unitsOf(sample, entrant);
  let left = 1;
  let area = 0;
  let since = 0;
  for (let unit = 0, entered = 0; unit < exit.length && exit[unit]! < until;) {
    const now = exit[unit]!;
    for (; entered < entry.length && entry[entered]! < now; entered++) atRisk += sample[entrant[entered]!]!;
    let events = 0;
    let gone = 0;
    for (; exit[unit] === now; unit++) {
      const times = sample[person[unit]!]!;
      gone += times;
      events += times * happened[unit]!;
    }
    if (events > 0) {
      area += (now - since) * left;
      since = now;
      left *= (atRisk - events) / atRisk;
      if (left <= floor) return { time: now, area };
    }
    atRisk -= gone;
  }
  return { time: Infinity, area: area + (until - since) * left };
}

/** How many units a sample has, of those of these persons. */
function unitsOf(sample: Sample, person: Int32Array): number {
  let units = 0;
  for (const one of person) units += sample[one]!;
  return units;
}
