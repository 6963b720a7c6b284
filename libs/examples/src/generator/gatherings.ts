import { DAY, formatInstant } from '@kithline/touchpoints';
import type { Network } from './network.ts';

const kinds = ['drop-in', 'drop-in', 'message', 'workshop', 'call'];
const hour = DAY / 24;
const everyFourthWeek = 28;

/** What members do today: the touchpoints that are due, by members old and new. */
export function recordTouchpoints(network: Network, recorded: number): number {
  const due = network.dueBy(network.plan.touchpoints, 1, 1.3);
  for (let n = recorded; n < due; n++) {
    const person = network.someMember();
    const personId = network.personIds[person];
    const communityId = network.communityOf(person);
    const data = { touchpointId: `t-${n.toString(36)}`, personId, communityId, kind: network.noise.oneOf(kinds) };
    network.say('TouchpointRecorded', `member/${personId}`, communityId, data);
  }
  return due;
}

/**
 * Each community opens its doors for a day every fourth week, announced two weeks before. Some fill in a questionnaire there, and some of
 * them another a week later.
 */
export function announceOpenDays(network: Network): void {
  const { communityIds, today } = network;
  for (let community = today % everyFourthWeek; community < communityIds.length; community += everyFourthWeek) announce(network, community);
}

function announce(network: Network, community: number): void {
  const communityId = network.communityIds[community] as string;
  const engagementId = `g-${community.toString(36)}-${network.today}`;
  const day = (network.plan.firstDay + network.today + 14) * DAY;
  const [startsAt, endsAt] = [formatInstant(day + 7 * hour), formatInstant(day + 21 * hour)];
  const details = { engagementId, communityId, format: 'pop-up', startsAt, endsAt, goal: 'referral' };
  network.say('EngagementScheduled', `engagement/${engagementId}`, communityId, details);
  network.after(14, () => open(network, community, engagementId));
  network.after(15, () => network.say('EngagementHeld', `engagement/${engagementId}`, communityId, details));
}

function open(network: Network, community: number, engagementId: string): void {
  const members = Math.ceil((network.personIds.length - community) / network.plan.communities);
  if (members <= 0) return;
  const someMember = (): number => community + network.plan.communities * network.noise.below(members);
  for (const person of new Set(Array.from({ length: Math.min(25, members) }, someMember))) attend(network, person, engagementId);
}

function attend(network: Network, person: number, engagementId: string): void {
  const { noise } = network;
  const personId = network.personIds[person];
  network.say('CheckedIn', `engagement/${engagementId}`, network.communityOf(person), { engagementId, personId });
  if (noise.chance(0.6)) return;
  const before = noise.between(5, 22);
  measure(network, person, before);
  if (noise.chance(0.6)) network.after(noise.between(7, 12), () => measure(network, person, Math.max(0, before - noise.between(-3, 9))));
}

function measure(network: Network, person: number, total: number): void {
  const personId = network.personIds[person];
  const communityId = network.communityOf(person);
  const measurementId = `m-${person.toString(36)}-${network.today}-${network.said.length}`;
  const data = { measurementId, personId, instrument: 'PHQ-9', version: '1', total, communityId };
  network.say('OutcomeMeasured', `person/${personId}`, communityId, data);
}
