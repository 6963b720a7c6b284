import type { PractitionerFact, PractitionerProfilePublished } from './events.ts';

export type Practitioner = Readonly<{ profile?: PractitionerProfilePublished['data'] }>;

export const initial = (): Practitioner => ({});

/** The last profile stands. */
export const evolve = (_: Practitioner, { data }: PractitionerFact): Practitioner => ({ profile: data });
