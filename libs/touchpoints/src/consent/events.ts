import type { Fact } from '../decider/fact.ts';

/** What a person consented to. Field by field: src/schemas/consent.ts. */
export type ConsentGranted = Fact<'ConsentGranted'>;
export type ConsentWithdrawn = Fact<'ConsentWithdrawn'>;
export type ConsentExpired = Fact<'ConsentExpired'>;

export type ConsentFact = ConsentGranted | ConsentWithdrawn | ConsentExpired;
