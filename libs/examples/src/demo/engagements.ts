import { type Instant, type PersonId, type TouchpointEvent, coreType, parseInstant } from '@kithline/touchpoints';

/** When each person introduced, referred, booked or attended: what METRICS C4 counts as engagement beside visits. */
export function engagements(events: readonly TouchpointEvent[]): Map<PersonId, Instant[]> {
  const clients = new Map(events.filter(({ data }) => 'practitionerId' in data).map(({ data }) => [data['referralId'], data['personId']]));
  const times = new Map<PersonId, Instant[]>();
  for (const event of events) {
    const person = engagedBy(event, clients);
    if (person !== undefined) times.set(person, [...(times.get(person) ?? []), parseInstant(event.time)]);
  }
  return times;
}

function engagedBy({ type, data }: TouchpointEvent, clients: ReadonlyMap<unknown, unknown>): PersonId | undefined {
  const person = {
    IntroductionMade: data['introducerId'],
    ReferralMade: data['referrerId'],
    SessionBooked: clients.get(data['referralId']),
    SessionAttended: clients.get(data['referralId']),
  }[coreType(type)];
  return person as PersonId | undefined;
}
