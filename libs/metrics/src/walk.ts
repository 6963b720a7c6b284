import type { Id, Instant } from '@kithline/touchpoints';
import { formatInstant } from '@kithline/touchpoints';
import type { Definition } from './definition.ts';
import { calendarsOf, type Ground } from './frame.ts';

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

/** Tells when something happened. */
export type Tell = (moment: Moment) => string | null;

/** Of what touches somebody who may not be named only the local date is told (QUESTIONS, answers): only there calendars are needed. */
export async function tellerOf(ground: Ground, anyCoarse: boolean): Promise<Tell> {
  if (!anyCoarse) return exactly;
  const calendars = await calendarsOf(ground);
  return (moment) => (moment.coarse && moment.at !== null ? calendars.localDate(moment.community, moment.at) : exactly(moment));
}

const exactly: Tell = ({ at }) => (at === null ? null : formatInstant(at));

/** Walks begin at persons, not in communities: who limits them to some is told that nothing came of it. */
export const notesOf = ({ communities }: Ground): string[] => (communities ? ['community_ignored'] : []);

/** A question about a merged id is answered for its representative, and says so. */
export const mergedNote = (asked: Id, representative: Id | null): string[] =>
  representative === null || representative === asked ? [] : ['merged'];
