import type { CohortKey, Group } from '@kithline/graph';
import { compareIds } from '@kithline/touchpoints';

/** What the graph found about one group, or one group and cohort. */
export type Found = Group & Readonly<{ cohort?: CohortKey }>;

/** A group of the answer, with all that was found about it. */
export type Gathered<T> = Readonly<{ group: string | null; masked: boolean; cohort: string | null; found: readonly T[] }>;

/**
 * Brings together what belongs to one group: by its attribute, or, with `label`, by the label of its cohort, whatever the community's zone.
 * In byte order; those who may not be named unite in one group, then come those without the attribute (QUESTIONS, spelling).
 * What has no cohort belongs to no cohort. `wanted` groups are there even if nothing was found about them.
 */
export function gather<T extends Found>(
  found: readonly T[],
  label: ((key: CohortKey) => string) | undefined,
  wanted: readonly string[] = [],
): readonly Gathered<T>[] {
  const groups = new Map<string, { group: string | null; masked: boolean; cohort: string | null; found: T[] }>();
  const place = (group: string | null, masked: boolean): { found: T[] } => {
    const key = JSON.stringify([group, masked]);
    const known = groups.get(key) ?? { group, masked, cohort: label ? group : null, found: [] };
    groups.set(key, known);
    return known;
  };
  for (const name of wanted) place(name, false);
  for (const one of found) {
    if (!label) place(one.group, one.masked).found.push(one);
    else if (one.cohort) place(label(one.cohort), false).found.push(one);
  }
  return [...groups.values()].sort(inOrder);
}

function inOrder(a: Group, b: Group): number {
  if (a.group !== null && b.group !== null) return compareIds(a.group, b.group);
  if (a.group !== null || b.group !== null) return a.group === null ? 1 : -1;
  return Number(b.masked) - Number(a.masked);
}

/** The sum of one count over all that was found. */
export const total = <Name extends string>(found: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  found.reduce((sum, one) => sum + one[name], 0);
