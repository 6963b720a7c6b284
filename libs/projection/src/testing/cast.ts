import { DAY } from '@kithline/touchpoints';

/** Five people, one of whom may turn out to be another. */
export const people = ['ana', 'ben', 'cat', 'dov', 'dova'] as const;
export const practitioners = ['pat', 'quin'] as const;
export const communities = ['north', 'south'] as const;
/** Where events come from; each has a basis only when one is declared. */
export const sources = ['urn:kithline:histories', 'urn:kithline:elsewhere'] as const;

/** The first instant of a busy history, and the days it may last. */
export const beginning = Date.UTC(2026, 0, 1, 12);
export const days = 120;
export const timeOf = (day: number): string => `${new Date(beginning + day * DAY).toISOString().slice(0, 19)}Z`;
