import { eventTypes } from '../event-types.ts';
import { wireType } from '../event.ts';
import { newestVersion } from './upcasters.ts';

/**
 * The wire types of the newest versions, each under itself: an event of one of these is as it should be, and a replay is not held up by
 * asking. What is found is one string for all events, whose hash is known when it is looked for next.
 */
export const newestTypes: ReadonlyMap<string, string> = new Map(
  eventTypes.map((type) => wireType(type, newestVersion(type))).map((wire) => [wire, wire]),
);
