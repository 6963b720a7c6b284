import type { EventPattern } from '@kithline/graph';
import { eventTypes, occurrenceTypes, type EventType } from '@kithline/touchpoints';
import { Misspelt } from './invalid-option.ts';
import type { Kind } from './kind.ts';

/**
 * What counts as engagement (METRICS C4): whatever a person does, not what we sent them. An IntroductionMade counts for the introducer,
 * a ReferralMade for the referrer.
 */
export const engagement: readonly EventPattern[] = [
  { type: 'CheckedIn' },
  { type: 'SessionBooked' },
  { type: 'SessionAttended' },
  { type: 'TouchpointRecorded', except: 'outreach' },
  { type: 'IntroductionMade' },
  { type: 'ReferralMade', as: 'referrer' },
];

/** No person stands behind these, so nobody enters a cohort or comes back by them. */
const ofNobody: readonly EventType[] = ['CommunityFounded', 'EngagementScheduled', 'EngagementHeld', 'PractitionerProfilePublished'];
const ofPersons: readonly EventType[] = occurrenceTypes.filter((type) => !ofNobody.includes(type));

/** The types whose data has a kind. */
const withKind: readonly EventType[] = [
  'TouchpointRecorded',
  'IntroductionMade',
  'SessionBooked',
  'SessionCancelled',
  'SessionMissed',
  'SessionAttended',
];

const aKind = '[A-Za-z0-9][A-Za-z0-9_.-]{0,63}';
const kindPattern = new RegExp(`^${aKind}$`);
const spelling = `(${ofPersons.join('|')}|(${withKind.join('|')}):${aKind})`;

function readPattern(text: string): EventPattern {
  const [name = '', kind, ...rest] = text.split(':');
  const type = ofPersons.find((known) => known === name);
  if (!type)
    throw new Misspelt(`"${name}" must be the type of an event about a person, such as MemberJoined or TouchpointRecorded:workshop`);
  if (kind === undefined) return { type };
  if (!withKind.includes(type)) throw new Misspelt(`"${text}" cannot be narrowed: ${type} has no kind`);
  if (rest.length > 0 || !kindPattern.test(kind)) throw new Misspelt(`"${text}" must name one kind, such as ${type}:workshop`);
  return { type, kind };
}

/** A core type, optionally narrowed: `MemberJoined`, `TouchpointRecorded:workshop`, `SessionAttended:assessment`. */
export const startEvent: Kind<EventPattern> = { kind: 'event', pattern: `^${spelling}$`, read: readPattern };

/** The same, or `engagement` for the list above. */
export const returnEvent: Kind<readonly EventPattern[]> = {
  kind: 'event',
  pattern: `^(engagement|${spelling})$`,
  read: (text) => (text === 'engagement' ? engagement : [readPattern(text)]),
};

/** Any type that is recorded, narrowed by any kind. */
export const recordedType: Kind<string> = {
  kind: 'event',
  pattern: `^(${eventTypes.join('|')})(:[^,]*)?$`,
  read: (text) => {
    const [name = ''] = text.split(':');
    if ((eventTypes as readonly string[]).includes(name)) return text;
    throw new Misspelt(`"${name}" is not an event type; those are ${eventTypes.join(', ')}`);
  },
};

/** `MemberJoined`, `TouchpointRecorded:workshop`, `engagement` */
export const spelledPatterns = (patterns: readonly EventPattern[]): string =>
  patterns === engagement ? 'engagement' : patterns.map(({ type, kind }) => (kind === undefined ? type : `${type}:${kind}`)).join(',');
