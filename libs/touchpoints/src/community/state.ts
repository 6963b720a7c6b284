import type { CommunityFact, CommunityFounded } from './events.ts';

export type Community = Readonly<{ founded?: CommunityFounded['data'] }>;

export const initial = (): Community => ({});

/** The first founding stands. */
export const evolve = ({ founded }: Community, { data }: CommunityFact): Community => ({ founded: founded ?? data });
