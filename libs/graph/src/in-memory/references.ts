import type { EventType } from '@kithline/touchpoints';
import { codeOf } from './codes.ts';
import type { TableName } from './tables.ts';

/** Columns of the journal that hold numbers of a table, NOTHING, or (some, for some types) a number that speaks for itself. */
export const referringColumns = ['person', 'other', 'link', 'community', 'subject', 'word', 'source'] as const;
export type ReferringColumn = (typeof referringColumns)[number];

const always: Partial<Record<ReferringColumn, TableName>> = {
  person: 'persons',
  other: 'persons',
  community: 'communities',
  source: 'sources',
};

const byCode = (types: Partial<Record<EventType, TableName>>): readonly (TableName | undefined)[] => {
  const tables: (TableName | undefined)[] = [];
  for (const [type, table] of Object.entries(types)) tables[codeOf(type as EventType)] = table;
  return tables;
};

const subjects = byCode({
  MemberJoined: 'introductions',
  IntroductionMade: 'introductions',
  IntroductionAccepted: 'introductions',
  IntroductionDeclined: 'introductions',
  IntroducerReassigned: 'introductions',
  EngagementScheduled: 'engagements',
  EngagementHeld: 'engagements',
  CheckedIn: 'engagements',
  ConsentBasisDeclared: 'bases',
  ConsentBasisRevoked: 'bases',
});

const links = byCode({
  TouchpointRecorded: 'engagements',
  ReferralDrafted: 'persons',
  ReferralMade: 'persons',
  PossibleDuplicateReferralFlagged: 'referrals',
  SessionBooked: 'sessions',
  SessionAttended: 'sessions',
  SessionMissed: 'sessions',
  SessionCancelled: 'sessions',
  ConsentBasisDeclared: 'sources',
});

/** Types whose word is a mask of purposes. */
const masks: readonly boolean[] = byCode({
  ConsentGranted: 'words',
  ConsentWithdrawn: 'words',
  ConsentExpired: 'words',
  ConsentBasisDeclared: 'words',
}).map((table) => table !== undefined);

/** The table that the number in a column indexes in rows of a type (rows.ts); undefined where the number speaks for itself. */
export function tableOf(column: ReferringColumn, code: number): TableName | undefined {
  if (column === 'subject') return subjects[code] ?? 'referrals';
  if (column === 'link') return links[code];
  if (column === 'word') return masks[code] === true ? undefined : 'words';
  return always[column];
}
