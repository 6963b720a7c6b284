import type { Fact } from '../decider/fact.ts';

/** A community came into being. Field by field: src/schemas/community.ts. */
export type CommunityFounded = Fact<'CommunityFounded'>;

export type CommunityFact = CommunityFounded;
