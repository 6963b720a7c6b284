import type { Fact } from '../decider/fact.ts';

/** What is changed about what was recorded. Field by field: src/schemas/amendment.ts. */
export type EventAnnulled = Fact<'EventAnnulled'>;
export type EventCorrected = Fact<'EventCorrected'>;

export type AmendmentFact = EventAnnulled | EventCorrected;
