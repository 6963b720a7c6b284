import type { Frame } from './frame.ts';
import type { Comparing, Contrast, GroupSeries } from './draft.ts';
import { cellAt } from './disclosure/tables.ts';
import { InvalidOption } from './spelling/invalid-option.ts';
import { katz, newcombe } from './statistics/index.ts';

type Asked = Readonly<{ by: string | undefined; compare: readonly [string, string] | undefined }>;

/** Words that are known though nobody may be found for them: DESIGN, MemberJoined; CATALOGUE, row 9. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  pathway: ['introduced', 'directory', 'self', 'outreach', 'engagement'],
  source: ['self', 'introducer', 'practitioner', 'directory', 'outreach', 'engagement'],
};

/** The groups named by `--compare` that are known to exist, so that they are in the answer also when nobody is in them. */
export async function groupsWanted({ graph, validAt }: Frame, { by, compare }: Asked): Promise<readonly string[]> {
  if (!compare) return [];
  const known = by === 'community' ? (await graph.communities(validAt)).map(({ id }) => id) : (vocabulary[by ?? ''] ?? []);
  return compare.filter((name) => known.includes(name));
}

/**
 * The groups that are compared: the two named by `--compare`, or all. Two compare in byte order, the second as the baseline.
 * @throws InvalidOption when a group is named that the answer does not have
 */
export function sidesOf(groups: readonly GroupSeries[] | null, { by, compare }: Asked): readonly number[] {
  if (!groups) return [];
  if (!compare) return groups.map((_, side) => side);
  const sides = compare.map((name) => groups.findIndex(({ group }) => group === name));
  const strangers = compare.filter((_, i) => sides[i] === -1).map((name) => `"${name}"`);
  if (strangers.length === 0) return sides;
  const named = groups.flatMap(({ group }) => group ?? []).slice(0, 20);
  const what = strangers.length === 1 ? 'is no group' : 'are no groups';
  const known = named.length === 0 ? 'there is none' : `there ${named.length === 1 ? 'is' : 'are'} ${named.join(', ')}`;
  throw new InvalidOption('compare', `names ${strangers.join(' and ')}, which ${what} by ${by}; ${known}`);
}

/**
 * Two shares compared (METRICS C0.9; QUESTIONS, comparison): the difference A − B with Newcombe's hybrid of two Wilson intervals, and the
 * relative difference A / B − 1 with Katz's log interval. More than two shares are not compared. Who is in which group was not drawn by
 * lot, which `not_randomised` says.
 */
export function comparingShares(groups: readonly GroupSeries[] | null, asked: Asked): Comparing | undefined {
  const sides = sidesOf(groups, asked);
  if (!groups || sides.length !== 2) return undefined;
  const [compared, baseline] = sides.map((side) => groups[side]!) as [GroupSeries, GroupSeries];
  const contrast = (period: number): Contrast => {
    const [a, b] = [cellAt(compared, period), cellAt(baseline, period)];
    return { compared: compared.group, baseline: baseline.group, ...newcombe([a.k, a.n], [b.k, b.n]), ...katz([a.k, a.n], [b.k, b.n]) };
  };
  return { sides, contrast, notes: ['not_randomised'], findings: [] };
}
