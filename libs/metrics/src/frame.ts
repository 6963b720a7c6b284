import type { GroupBy, ReferralGraph, Scope } from '@kithline/graph';
import type { CommunityId, Instant, PersonId, Purpose } from '@kithline/touchpoints';
import { Calendars } from './calendars/calendars.ts';
import { Unknown } from './unknown.ts';

/** Settings of whoever answers, rather than of the question: of the bootstrap, the number of draws and the seed of its one generator. */
export type Settings = Readonly<{ draws: number; seed: number }>;

/** METRICS C5, comparison. */
export const usualSettings: Settings = { draws: 2000, seed: 20260101 };

/** What is common to all questions: the graph at K, V, whom it is about. Walks need no more, and are asked often. */
export type Ground = Readonly<{
  graph: ReferralGraph;
  /** V. In an empty log, where nothing says when, the beginning of time as computers have it. */
  validAt: Instant;
  communities: readonly CommunityId[] | undefined;
  settings: Settings;
}>;

/** What figures stand on: the calendars of the communities as well. */
export type Frame = Ground & Readonly<{ calendars: Calendars }>;

type Common = Readonly<{ 'valid-at': Instant | undefined; community: readonly CommunityId[] | undefined }>;

export const groundOf = (graph: ReferralGraph, asked: Common, settings: Settings): Ground => ({
  graph,
  validAt: asked['valid-at'] ?? graph.recordedAt ?? 0,
  communities: asked.community,
  settings,
});

export const frameOf = async (ground: Ground): Promise<Frame> => ({ ...ground, calendars: await calendarsOf(ground) });

type Made = Readonly<{ spelled: string; calendars: Promise<Calendars> }>;
/** The calendars last made for a graph: mostly one V is asked for again and again. */
const made = new WeakMap<ReferralGraph, Made>();

export function calendarsOf({ graph, validAt, communities }: Ground): Promise<Calendars> {
  const spelled = JSON.stringify([validAt, communities]);
  const known = made.get(graph);
  if (known?.spelled === spelled) return known.calendars;
  const calendars = makeCalendars(graph, validAt, communities);
  made.set(graph, { spelled, calendars });
  return calendars;
}

async function makeCalendars(graph: ReferralGraph, validAt: Instant, asked: Ground['communities']): Promise<Calendars> {
  const [known, span] = await Promise.all([graph.communities(validAt), graph.span(validAt)]);
  const from = span?.from ?? validAt;
  return new Calendars(known, { from: Math.min(from, validAt), to: validAt }, asked);
}

/** @throws Unknown when a community is asked for of which nothing is known at (V, K) */
export async function requireCommunities({ graph, validAt, communities }: Ground): Promise<void> {
  const known = await graph.communities(validAt);
  const unknown = communities?.find((id) => !known.some((community) => community.id === id));
  if (unknown !== undefined) throw new Unknown('community', 'community', unknown);
}

/** @throws Unknown when the person is not known at (V, K), or erased: the words are the same */
export async function requireKnown({ graph, validAt }: Ground, field: string, person: PersonId): Promise<void> {
  if (!(await graph.knows(person, validAt))) throw new Unknown(field, 'person', person);
}

/** What the graph is told with every question about figures. Cohorts are asked for apart. */
export const scopeOf = ({ validAt, communities }: Ground, purposes: readonly Purpose[], by: GroupBy | 'cohort' | undefined): Scope => ({
  validAt,
  purposes,
  communities,
  by: by === 'cohort' ? undefined : by,
});

/** Where local calendars mattered and some community's is not known, UTC's was taken (METRICS C0.1). */
export const zoneNotes = ({ calendars }: Frame, mattered: boolean | undefined): string[] =>
  mattered && calendars.zoneUnknown ? ['zone_unknown'] : [];
