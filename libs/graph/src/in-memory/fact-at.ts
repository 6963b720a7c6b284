import type { GraphFact } from '../graph-fact.ts';
import { typeOf } from './codes.ts';
import type { Journal } from './journal.ts';
import { type ReferringColumn, tableOf } from './references.ts';
import { ERASES, NOTHING } from './rows.ts';

type Fields = Readonly<Record<string, ReferringColumn>>;

const membership: Fields = { person: 'person', community: 'community', reason: 'word' };
const introductionAnswered: Fields = { introduction: 'subject' };
const engagement: Fields = { engagement: 'subject', community: 'community' };
const referral: Fields = { referral: 'subject', person: 'person', practitioner: 'other', referrer: 'link', community: 'community', sourceKind: 'word' }; // prettier-ignore
const session: Fields = { referral: 'subject', session: 'link', kind: 'word', community: 'community' };
const consent: Fields = { person: 'person', purposes: 'word', community: 'community' };
const merge: Fields = { survivor: 'person', merged: 'other' };
const moved: Fields = { referral: 'subject', reason: 'word' };

/** Where each field of a type stands (rows.ts); a type not named here moves a referral. */
const fields: Partial<Record<GraphFact['type'], Fields>> = {
  CommunityFounded: { community: 'community', timeZone: 'word' },
  MemberJoined: { person: 'person', community: 'community', introduction: 'subject', pathway: 'word' },
  MemberLeft: membership,
  MemberRejoined: membership,
  TouchpointRecorded: { person: 'person', community: 'community', kind: 'word', engagement: 'link' },
  IntroductionMade: { introduction: 'subject', introducer: 'person', introducee: 'other', community: 'community', kind: 'word' },
  IntroductionAccepted: introductionAnswered,
  IntroductionDeclined: introductionAnswered,
  IntroducerReassigned: { person: 'person', introducer: 'other', introduction: 'subject' },
  EngagementScheduled: engagement,
  EngagementHeld: engagement,
  CheckedIn: { engagement: 'subject', person: 'person', community: 'community' },
  ReferralDrafted: referral,
  ReferralMade: referral,
  PossibleDuplicateReferralFlagged: { referral: 'subject', other: 'link' },
  SessionBooked: session,
  SessionAttended: session,
  SessionMissed: session,
  SessionCancelled: session,
  ConsentGranted: consent,
  ConsentWithdrawn: consent,
  ConsentExpired: consent,
  ConsentBasisDeclared: { basis: 'subject', covers: 'link', purposes: 'word' },
  ConsentBasisRevoked: { basis: 'subject' },
  PractitionerProfilePublished: { practitioner: 'person' },
  OutcomeMeasured: { person: 'person', community: 'community' },
  PersonsMerged: merge,
  MergeReversed: merge,
};

/** What a type's second instant or number is called. */
const details: Partial<Record<GraphFact['type'], string>> = {
  IntroductionMade: 'until',
  EngagementScheduled: 'endsAt',
  EngagementHeld: 'endsAt',
  ReferralDrafted: 'observedFrom',
  ReferralMade: 'observedFrom',
  ConsentGranted: 'since',
  OutcomeMeasured: 'total',
};

/**
 * The fact of a row, undefined when it was retracted. It says what the journal keeps: of a published profile the communities are not among
 * that, so there are none.
 */
export function factAt(journal: Journal, row: number): GraphFact | undefined {
  const type = typeOf(journal.type[row]!) as GraphFact['type'] | undefined;
  if (type === undefined) return undefined;
  const source = journal.tables.sources.text(journal.source[row]!);
  const fact: Record<string, unknown> = { type, position: journal.position[row]!, at: journal.at[row]!, source };
  for (const [field, column] of Object.entries(fields[type] ?? moved)) {
    const value = valueIn(journal, column, row);
    if (value !== undefined) fact[field] = value;
  }
  const detail = details[type];
  if (detail !== undefined && journal.detail[row]! !== NOTHING) fact[detail] = journal.detailOf(row);
  return { ...fact, ...ofItsOwn(journal, type, row) } as unknown as GraphFact;
}

function valueIn(journal: Journal, column: ReferringColumn, row: number): string | number | undefined {
  const number = journal[column][row]!;
  const table = tableOf(column, journal.type[row]!);
  if (table === undefined) return number;
  return number === NOTHING ? undefined : journal.tables[table].text(number);
}

/** What is not one field in one column. */
function ofItsOwn(journal: Journal, type: GraphFact['type'], row: number): Readonly<Record<string, unknown>> {
  if (type === 'ConsentWithdrawn' || type === 'ConsentExpired') return { erase: journal.link[row] === ERASES };
  if (type === 'PractitionerProfilePublished') return { communities: [] };
  if (type !== 'OutcomeMeasured') return {};
  const [instrument, version] = journal.tables.words.text(journal.word[row]!).split('\n');
  return { instrument, version };
}
