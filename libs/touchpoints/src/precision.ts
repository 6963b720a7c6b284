/** How exactly the time of an event is known, finest first. */
export const precisions = ['second', 'minute', 'day', 'week'] as const;
export type Precision = (typeof precisions)[number];
