import type { Fact } from '../decider/fact.ts';

/** What is known of a person across communities. Field by field: src/schemas/person.ts. */
export type OutcomeMeasured = Fact<'OutcomeMeasured'>;
export type PersonsMerged = Fact<'PersonsMerged'>;
export type MergeReversed = Fact<'MergeReversed'>;

export type PersonFact = OutcomeMeasured | PersonsMerged | MergeReversed;
