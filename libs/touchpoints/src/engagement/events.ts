import type { Fact } from '../decider/fact.ts';

/** The life of one engagement. Field by field: src/schemas/engagement.ts. */
export type EngagementScheduled = Fact<'EngagementScheduled'>;
export type EngagementHeld = Fact<'EngagementHeld'>;
export type CheckedIn = Fact<'CheckedIn'>;

export type EngagementFact = EngagementScheduled | EngagementHeld | CheckedIn;
