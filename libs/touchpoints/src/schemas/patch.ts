import type { Precision } from '../precision.ts';
import { canonicalInstant } from './canonical-instant.ts';

/** What EventCorrected changes: a JSON Merge Patch (RFC 7396) in which null takes a field away. */
export type Patch = Readonly<{
  time?: string;
  timeto?: string | null;
  precision?: Precision | null;
  data?: Readonly<Record<string, unknown>>;
}>;

/** The fields of any event's data that hold a date-time. A spec holds this list to the shapes. */
export const instantFields: ReadonlySet<string> = new Set(['startsAt', 'endsAt', 'until', 'since', 'at', 'observedFrom']);

/** How many lists and objects may stand within each other in a field: more than in any event's data. */
const LEVELS = 4;

/** Why no field of any event could have this value, or undefined. JSON has no limits of its own: not for depth, and 1e400 is a number in it. */
export function whyNotAFieldValue(value: unknown, levels = LEVELS): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'must be a finite number';
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return `must not be nested more than ${LEVELS} deep`;
  return Object.values(value)
    .map((inner) => whyNotAFieldValue(inner, levels - 1))
    .find((why) => why !== undefined);
}

/** The one spelling of a patch: keys in a fixed order, date-times in UTC. */
export function canonicalPatch({ time, timeto, precision, data }: Patch): Patch {
  return {
    ...(time !== undefined && { time: inUtc(time) }),
    ...(timeto !== undefined && { timeto: timeto === null ? null : inUtc(timeto) }),
    ...(precision !== undefined && { precision }),
    ...(data !== undefined && { data: Object.fromEntries(sorted(data).map(([name, value]) => [name, respelt(name, value)])) }),
  };
}

/** A date-time that is none is left as it is: whoever applies the patch finds it. */
const inUtc = (text: string): string => canonicalInstant(text) ?? text;

const respelt = (name: string, value: unknown): unknown =>
  typeof value === 'string' && instantFields.has(name) ? inUtc(value) : withSortedKeys(value);

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(sorted(value).map(([name, inner]) => [name, withSortedKeys(inner)]));
}

const sorted = (object: object): [string, unknown][] => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
