import type { Id, Instant } from '@kithline/touchpoints';
import { formatInstant } from '@kithline/touchpoints';
import type { Definition } from './definition.ts';
import type { Frame } from './frame.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a walk of the graph found. Walks between named persons are governed by masking alone (METRICS C0.7, 7). */
export type Walk = Readonly<{
  definition: Definition;
  variant: string | null;
  /** Told on top: sizes, depths, whether the search was complete. */
  top: Readonly<Record<string, string | number | boolean | null>>;
  rows: readonly Row[];
  notes: readonly string[];
}>;

type Moment = Readonly<{ at: Instant | null; coarse: boolean; community: Id | null }>;

/** When something happened; of what touches somebody who may not be named only the local date is told (QUESTIONS, answers). */
export function momentOf({ calendars }: Frame, { at, coarse, community }: Moment): string | null {
  if (at === null) return null;
  return coarse ? calendars.localDate(community, at) : formatInstant(at);
}

/** Walks begin at persons, not in communities: who limits them to some is told that nothing came of it. */
export const notesOf = ({ communities }: Frame): string[] => (communities ? ['community_ignored'] : []);

/** A question about a merged id is answered for its representative, and says so. */
export const mergedNote = (asked: Id, representative: Id | null): string[] =>
  representative === null || representative === asked ? [] : ['merged'];
