import type { Fact } from '../decider/fact.ts';

/** What a practitioner offers, and where. Field by field: src/schemas/practitioner.ts. */
export type PractitionerProfilePublished = Fact<'PractitionerProfilePublished'>;

export type PractitionerFact = PractitionerProfilePublished;
