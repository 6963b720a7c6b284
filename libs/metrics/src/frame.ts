import type { GroupBy, ReferralGraph, Scope } from '@kithline/graph';
import type { CommunityId, Instant, PersonId, Purpose } from '@kithline/touchpoints';
import { Calendars } from './calendars/calendars.ts';
import { Unknown } from './unknown.ts';

/** Settings of whoever answers, rather than of the question: of the bootstrap, the number of draws and the seed of its one generator. */
export type Settings = Readonly<{ draws: number; seed: number }>;

/** METRICS C5, comparison. */
export const usualSettings: Settings = { draws: 2000, seed: 20260101 };

/** What is common to all questions, as each of them needs it: the graph at K, V, whom it is about, the calendars of the communities. */
export type Frame = Readonly<{
  graph: ReferralGraph;
  /** V. In an empty log, where nothing says when, the beginning of time as computers have it. */
  validAt: Instant;
  communities: readonly CommunityId[] | undefined;
  calendars: Calendars;
  settings: Settings;
}>;

type Common = Readonly<{ 'valid-at': Instant | undefined; community: readonly CommunityId[] | undefined }>;

/** @throws Unknown when a community is asked for of which nothing is known at (V, K) */
export async function frameOf(graph: ReferralGraph, asked: Common, settings: Settings): Promise<Frame> {
  const validAt = asked['valid-at'] ?? graph.recordedAt ?? 0;
  const [known, span] = await Promise.all([graph.communities(validAt), graph.span(validAt)]);
  const unknown = asked.community?.find((id) => !known.some((community) => community.id === id));
  if (unknown !== undefined) throw new Unknown('community', 'community', unknown);
  const from = span?.from ?? validAt;
  const calendars = new Calendars(known, { from: Math.min(from, validAt), to: validAt }, asked.community);
  return { graph, validAt, communities: asked.community, calendars, settings };
}

/** @throws Unknown when the person is not known at (V, K), or erased: the words are the same */
export async function requireKnown({ graph, validAt }: Frame, field: string, person: PersonId): Promise<void> {
  if (!(await graph.knows(person, validAt))) throw new Unknown(field, 'person', person);
}

/** What the graph is told with every question about figures. Cohorts are asked for apart. */
export const scopeOf = ({ validAt, communities }: Frame, purposes: readonly Purpose[], by: GroupBy | 'cohort' | undefined): Scope => ({
  validAt,
  purposes,
  communities,
  by: by === 'cohort' ? undefined : by,
});

/** Where local calendars mattered and some community's is not known, UTC's was taken (METRICS C0.1). */
export const zoneNotes = ({ calendars }: Frame, mattered: boolean | undefined): string[] =>
  mattered && calendars.zoneUnknown ? ['zone_unknown'] : [];
