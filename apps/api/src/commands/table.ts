import { deciders, amendmentDecider, type EventType, type StreamKind } from '@kithline/touchpoints';
import { AnnulEventBody, CorrectEventBody } from './bodies/amendments.ts';
import { BareBody, type CommandBody } from './bodies/command-body.ts';
import { FoundBody } from './bodies/communities.ts';
import { DeclareBody } from './bodies/consent-bases.ts';
import { ExpireBody, GrantBody, WithdrawBody } from './bodies/consents.ts';
import { CheckInBody, EngagementBody } from './bodies/engagements.ts';
import { MakeIntroductionBody } from './bodies/introductions.ts';
import { JoinBody, LeaveBody, ReassignIntroducerBody, RecordTouchpointBody, RejoinBody } from './bodies/members.ts';
import { MeasureOutcomeBody, MergeBody } from './bodies/persons.ts';
import { PublishProfileBody } from './bodies/practitioners.ts';
import { FlagPossibleDuplicateBody, ReferralBody, SessionBody, StatusBody } from './bodies/referrals.ts';

/** One command as HTTP has it: `POST /v1/{collection}/{id}/{imperative}`. */
export type CommandRoute = Readonly<{
  collection: string;
  imperative: string;
  /** The kind of stream that the collection holds. */
  kind: StreamKind;
  /** The command of that stream's decider, or of the amendments' one. */
  command: string;
  /** The event type it asks for. */
  becomes: EventType;
  Body: new () => CommandBody;
}>;

type Rows = Readonly<Record<string, readonly [command: string, Body: new () => CommandBody]>>;

/** Every stream of any kind: what was recorded in it is annulled or corrected there. */
const amendments: Rows = { 'annul-event': ['AnnulEvent', AnnulEventBody], 'correct-event': ['CorrectEvent', CorrectEventBody] };

function routesOf(collection: string, kind: StreamKind, rows: Rows): CommandRoute[] {
  const becomes: Readonly<Record<string, EventType>> = { ...deciders[kind].becomes, ...amendmentDecider.becomes };
  return Object.entries({ ...rows, ...amendments }).map(([imperative, [command, Body]]) => {
    const event = becomes[command];
    if (!event) throw new Error(`no decider of ${kind} knows ${command}`);
    return { collection, imperative, kind, command, becomes: event, Body };
  });
}

/** Every command: the controllers, the OpenAPI document and the README's table are made from this. */
export const commandRoutes: readonly CommandRoute[] = [
  ...routesOf('communities', 'community', { found: ['FoundCommunity', FoundBody] }),
  ...routesOf('members', 'member', {
    join: ['JoinCommunity', JoinBody],
    leave: ['LeaveCommunity', LeaveBody],
    rejoin: ['RejoinCommunity', RejoinBody],
    'record-touchpoint': ['RecordTouchpoint', RecordTouchpointBody],
    'reassign-introducer': ['ReassignIntroducer', ReassignIntroducerBody],
  }),
  ...routesOf('introductions', 'introduction', {
    make: ['MakeIntroduction', MakeIntroductionBody],
    accept: ['AcceptIntroduction', BareBody],
    decline: ['DeclineIntroduction', BareBody],
  }),
  ...routesOf('engagements', 'engagement', {
    schedule: ['ScheduleEngagement', EngagementBody],
    hold: ['HoldEngagement', EngagementBody],
    'check-in': ['CheckIn', CheckInBody],
  }),
  ...routesOf('referrals', 'referral', {
    draft: ['DraftReferral', ReferralBody],
    make: ['MakeReferral', ReferralBody],
    receive: ['ReceiveReferral', StatusBody],
    accept: ['AcceptReferral', StatusBody],
    reject: ['RejectReferral', StatusBody],
    'put-on-hold': ['PutReferralOnHold', StatusBody],
    resume: ['ResumeReferral', StatusBody],
    'request-cancellation': ['RequestReferralCancellation', StatusBody],
    cancel: ['CancelReferral', StatusBody],
    fail: ['FailReferral', StatusBody],
    complete: ['CompleteReferral', StatusBody],
    close: ['CloseReferral', StatusBody],
    reopen: ['ReopenReferral', StatusBody],
    'enter-in-error': ['EnterReferralInError', StatusBody],
    'flag-possible-duplicate': ['FlagPossibleDuplicateReferral', FlagPossibleDuplicateBody],
    'book-session': ['BookSession', SessionBody],
    'attend-session': ['AttendSession', SessionBody],
    'miss-session': ['MissSession', SessionBody],
    'cancel-session': ['CancelSession', SessionBody],
  }),
  ...routesOf('consents', 'consent', {
    grant: ['GrantConsent', GrantBody],
    withdraw: ['WithdrawConsent', WithdrawBody],
    expire: ['ExpireConsent', ExpireBody],
  }),
  ...routesOf('consent-bases', 'consent-basis', {
    declare: ['DeclareConsentBasis', DeclareBody],
    revoke: ['RevokeConsentBasis', BareBody],
  }),
  ...routesOf('practitioners', 'practitioner', { 'publish-profile': ['PublishPractitionerProfile', PublishProfileBody] }),
  ...routesOf('persons', 'person', {
    'measure-outcome': ['MeasureOutcome', MeasureOutcomeBody],
    merge: ['MergePersons', MergeBody],
    'reverse-merge': ['ReverseMerge', MergeBody],
  }),
];
