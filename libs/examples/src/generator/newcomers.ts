import type { Network } from './network.ts';

const zones = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata', 'UTC'];
const purposes = ['attend', 'follow_up', 'outcome_stats', 'name_in_chain'];
const otherWays = ['directory', 'self', 'outreach', 'engagement'];
const reasonsToLeave = ['moved_away', 'needs_met_elsewhere', 'not_engaged', 'lost_contact', 'died'];

/** The communities and their practitioners, on the first day. */
export function foundCommunities(network: Network): void {
  const { communityIds, practitionerIds } = network;
  communityIds.forEach((communityId, index) => {
    const data = { communityId, name: `Community ${index + 1}`, timeZone: zones[index % zones.length] as string };
    network.say('CommunityFounded', `community/${communityId}`, communityId, data);
  });
  practitionerIds.forEach((practitionerId, index) => {
    const communityId = network.communityOf(index);
    const profile = { practitionerId, specialisms: ['anxiety', 'low-mood'], communityIds: [communityId], capacity: 20 };
    grant(network, practitionerId, communityId);
    network.say('PractitionerProfilePublished', `practitioner/${practitionerId}`, communityId, profile);
  });
}

/** Today's newcomers: three in four by introduction, one introduction in four on top of that between members. */
export function welcomeNewcomers(network: Network): void {
  const { personIds, plan } = network;
  while (personIds.length < network.dueBy(plan.people, 0.75, 1)) welcome(network, personIds.length);
}

function welcome(network: Network, person: number): void {
  const { noise, personIds } = network;
  const personId = `p-${person.toString(36)}`;
  const communityId = network.communityOf(person);
  const introducer = noise.chance(0.75) ? network.neighbourOf(person) : undefined;
  grant(network, personId, communityId);
  personIds.push(personId);
  if (introducer === undefined) {
    network.say('MemberJoined', `member/${personId}`, communityId, { personId, communityId, pathway: noise.oneOf(otherWays) });
  } else {
    const introductionId = introduce(network, introducer, person);
    network.say('IntroductionAccepted', `introduction/${introductionId}`, communityId, { introductionId });
    network.say('MemberJoined', `member/${personId}`, communityId, { personId, communityId, introductionId, pathway: 'introduced' });
  }
  if (noise.chance(0.5)) network.after(noise.between(10, 120), () => meetAnother(network, person));
  if (noise.chance(0.05)) network.after(noise.between(20, 300), () => leave(network, person));
  if (noise.chance(0.005)) network.after(noise.between(20, 300), () => withdraw(network, person));
  if (noise.chance(0.001)) registerTwice(network, person);
}

function introduce(network: Network, introducer: number, introducee: number): string {
  const { personIds, noise } = network;
  const introductionId = `i-${introducee.toString(36)}-${introducer.toString(36)}-${network.today}`;
  const communityId = network.communityOf(introducee);
  const kind = noise.chance(0.7) ? 'friend' : 'facilitator';
  const data = { introductionId, introducerId: personIds[introducer], introduceeId: personIds[introducee], communityId, kind };
  network.say('IntroductionMade', `introduction/${introductionId}`, communityId, data);
  return introductionId;
}

/** Members introduce each other too; one in five says no. */
function meetAnother(network: Network, person: number): void {
  const other = network.neighbourOf(person);
  if (other === undefined) return;
  const introductionId = introduce(network, other, person);
  const answer = network.noise.chance(0.8) ? 'IntroductionAccepted' : 'IntroductionDeclined';
  network.say(answer, `introduction/${introductionId}`, network.communityOf(person), { introductionId });
}

function leave(network: Network, person: number): void {
  const personId = network.personIds[person];
  const communityId = network.communityOf(person);
  const reason = network.noise.oneOf(reasonsToLeave);
  network.say('MemberLeft', `member/${personId}`, communityId, { personId, communityId, reason });
  if (reason === 'not_engaged' && network.noise.chance(0.4))
    network.after(network.noise.between(10, 60), () =>
      network.say('MemberRejoined', `member/${personId}`, communityId, { personId, communityId }),
    );
}

function withdraw(network: Network, person: number): void {
  const personId = network.personIds[person];
  const effect = network.noise.chance(0.1) ? 'erase' : 'prospective';
  network.say('ConsentWithdrawn', `consent/${personId}`, network.communityOf(person), { personId, effect });
}

/** Written down under another id as well, and united later. */
function registerTwice(network: Network, person: number): void {
  const survivorId = network.personIds[person];
  const mergedId = `${survivorId}-b`;
  const communityId = network.communityOf(person);
  grant(network, mergedId, communityId);
  const message = { touchpointId: `t-${mergedId}`, personId: mergedId, communityId, kind: 'message' };
  network.say('TouchpointRecorded', `member/${mergedId}`, communityId, message);
  network.after(network.noise.between(1, 30), () =>
    network.say('PersonsMerged', `person/${survivorId}`, communityId, { survivorId, mergedId }),
  );
}

function grant(network: Network, personId: string, communityId: string): void {
  network.say('ConsentGranted', `consent/${personId}`, communityId, { personId, purposes });
}
