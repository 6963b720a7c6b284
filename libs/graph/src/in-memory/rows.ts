import type { GraphFact } from '../graph-fact.ts';
import type { Tables } from './tables.ts';

/** One row of the journal beside position, at, type and source; numbers index the tables, NOTHING is none, NaN is no detail. */
export type Row = {
  person: number;
  other: number;
  link: number;
  community: number;
  subject: number;
  word: number;
  detail: number;
};

/** Where a row has no such person, link, community, subject or word. */
export const NOTHING = -1;

/** Of a ConsentWithdrawn: it erases. */
export const ERASES = 1;

type Of<Type extends GraphFact['type'], Fact = GraphFact> = Fact extends { type: infer Types }
  ? Type extends Types
    ? Fact
    : never
  : never;
type Writer<Fact> = (row: Row, fact: Fact, tables: Tables) => void;

const community = (row: Row, id: string | undefined, tables: Tables): void => {
  if (id !== undefined) row.community = tables.communities.add(id);
};
const word = (row: Row, text: string | undefined, tables: Tables): void => {
  if (text !== undefined) row.word = tables.words.add(text);
};

const membership: Writer<Of<'MemberLeft' | 'MemberRejoined'>> = (row, fact, tables) => {
  row.person = tables.persons.add(fact.person);
  community(row, fact.community, tables);
  word(row, fact.reason, tables);
};
const introductionAnswered: Writer<Of<'IntroductionAccepted' | 'IntroductionDeclined'>> = (row, fact, tables) => {
  row.subject = tables.introductions.add(fact.introduction);
};
/** detail: endsAt. */
const engagement: Writer<Of<'EngagementScheduled' | 'EngagementHeld'>> = (row, fact, tables) => {
  row.subject = tables.engagements.add(fact.engagement);
  community(row, fact.community, tables);
  row.detail = fact.endsAt;
};
/** other: practitioner; link: referrer; word: kind of source; detail: observedFrom. */
const referral: Writer<Of<'ReferralDrafted' | 'ReferralMade'>> = (row, fact, tables) => {
  row.subject = tables.referrals.add(fact.referral);
  row.person = tables.persons.add(fact.person);
  row.other = tables.persons.add(fact.practitioner);
  if (fact.referrer !== undefined) row.link = tables.persons.add(fact.referrer);
  community(row, fact.community, tables);
  word(row, fact.sourceKind, tables);
  row.detail = fact.observedFrom ?? NaN;
};
/** word: reason. */
const referralMoved: Writer<Of<'ReferralClosed'>> = (row, fact, tables) => {
  row.subject = tables.referrals.add(fact.referral);
  word(row, fact.reason, tables);
};
/** link: session; word: kind. */
const session: Writer<Of<'SessionBooked' | 'SessionAttended' | 'SessionMissed' | 'SessionCancelled'>> = (row, fact, tables) => {
  row.subject = tables.referrals.add(fact.referral);
  row.link = tables.sessions.add(fact.session);
  word(row, fact.kind, tables);
  community(row, fact.community, tables);
};
/** word: mask of purposes; link: ERASES. */
const consentEnded: Writer<Of<'ConsentWithdrawn' | 'ConsentExpired'>> = (row, fact, tables) => {
  row.person = tables.persons.add(fact.person);
  row.word = fact.purposes;
  if (fact.erase) row.link = ERASES;
  community(row, fact.community, tables);
};
const merge: Writer<Of<'PersonsMerged' | 'MergeReversed'>> = (row, fact, tables) => {
  row.person = tables.persons.add(fact.survivor);
  row.other = tables.persons.add(fact.merged);
};

/** What each column holds, type by type. */
const writers: { [Type in GraphFact['type']]: Writer<Of<Type>> } = {
  /** word: time zone. */
  CommunityFounded: (row, fact, tables) => {
    community(row, fact.community, tables);
    word(row, fact.timeZone, tables);
  },
  /** subject: introduction; word: pathway. */
  MemberJoined: (row, fact, tables) => {
    row.person = tables.persons.add(fact.person);
    community(row, fact.community, tables);
    if (fact.introduction !== undefined) row.subject = tables.introductions.add(fact.introduction);
    word(row, fact.pathway, tables);
  },
  MemberLeft: membership,
  MemberRejoined: membership,
  /** link: engagement; word: kind. */
  TouchpointRecorded: (row, fact, tables) => {
    row.person = tables.persons.add(fact.person);
    community(row, fact.community, tables);
    word(row, fact.kind, tables);
    if (fact.engagement !== undefined) row.link = tables.engagements.add(fact.engagement);
  },
  /** person: introducer; other: introducee; detail: until. */
  IntroductionMade: (row, fact, tables) => {
    row.subject = tables.introductions.add(fact.introduction);
    row.person = tables.persons.add(fact.introducer);
    row.other = tables.persons.add(fact.introducee);
    community(row, fact.community, tables);
    word(row, fact.kind, tables);
    row.detail = fact.until ?? NaN;
  },
  IntroductionAccepted: introductionAnswered,
  IntroductionDeclined: introductionAnswered,
  /** other: the introducer from now on. */
  IntroducerReassigned: (row, fact, tables) => {
    row.person = tables.persons.add(fact.person);
    row.other = tables.persons.add(fact.introducer);
    if (fact.introduction !== undefined) row.subject = tables.introductions.add(fact.introduction);
  },
  EngagementScheduled: engagement,
  EngagementHeld: engagement,
  CheckedIn: (row, fact, tables) => {
    row.subject = tables.engagements.add(fact.engagement);
    row.person = tables.persons.add(fact.person);
    community(row, fact.community, tables);
  },
  ReferralDrafted: referral,
  ReferralMade: referral,
  ReferralReceived: referralMoved,
  ReferralAccepted: referralMoved,
  ReferralRejected: referralMoved,
  ReferralPutOnHold: referralMoved,
  ReferralResumed: referralMoved,
  ReferralCancellationRequested: referralMoved,
  ReferralCancelled: referralMoved,
  ReferralFailed: referralMoved,
  ReferralCompleted: referralMoved,
  ReferralClosed: referralMoved,
  ReferralReopened: referralMoved,
  ReferralEnteredInError: referralMoved,
  /** link: the other referral. */
  PossibleDuplicateReferralFlagged: (row, fact, tables) => {
    row.subject = tables.referrals.add(fact.referral);
    row.link = tables.referrals.add(fact.other);
  },
  SessionBooked: session,
  SessionAttended: session,
  SessionMissed: session,
  SessionCancelled: session,
  /** word: mask of purposes; detail: since. */
  ConsentGranted: (row, fact, tables) => {
    row.person = tables.persons.add(fact.person);
    row.word = fact.purposes;
    row.detail = fact.since ?? NaN;
    community(row, fact.community, tables);
  },
  ConsentWithdrawn: consentEnded,
  ConsentExpired: consentEnded,
  /** subject: basis; link: the source it covers; word: mask of purposes. */
  ConsentBasisDeclared: (row, fact, tables) => {
    row.subject = tables.bases.add(fact.basis);
    row.link = tables.sources.add(fact.covers);
    row.word = fact.purposes;
  },
  ConsentBasisRevoked: (row, fact, tables) => {
    row.subject = tables.bases.add(fact.basis);
  },
  PractitionerProfilePublished: (row, fact, tables) => {
    row.person = tables.persons.add(fact.practitioner);
  },
  /** word: instrument, U+000A, version; detail: total. */
  OutcomeMeasured: (row, fact, tables) => {
    row.person = tables.persons.add(fact.person);
    word(row, `${fact.instrument}\n${fact.version}`, tables);
    row.detail = fact.total;
    community(row, fact.community, tables);
  },
  PersonsMerged: merge,
  MergeReversed: merge,
};

const row: Row = { person: NOTHING, other: NOTHING, link: NOTHING, community: NOTHING, subject: NOTHING, word: NOTHING, detail: NaN };

/** The row of a fact, in one object that is used again by the next call. */
export function writeRow(fact: GraphFact, tables: Tables): Row {
  row.person = row.other = row.link = row.community = row.subject = row.word = NOTHING;
  row.detail = NaN;
  (writers[fact.type] as Writer<GraphFact>)(row, fact, tables);
  return row;
}
