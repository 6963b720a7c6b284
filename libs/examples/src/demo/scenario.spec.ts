import { decodeEvent, parseInstant } from '@kithline/touchpoints';
import { communities, demoValidAt } from './playbook.ts';
import { demoEvents } from './scenario.ts';
import { Field, by, dateOf, median, medianWait, waitOf, type Fact } from './testing/field.ts';

const events = [...demoEvents()];
const field = new Field(events);
const until = parseInstant(demoValidAt);
const pathways = ['introduced', 'directory'];
const ids = communities.map(({ id }) => id);

const bookings = by(
  field.referrals.flatMap(({ client, booked }) => booked.map((fact) => ({ ...fact, data: { client } }))),
  'client',
);
const isScheduled = (checkIn: Fact): boolean =>
  (bookings.get(checkIn.data['personId']) ?? []).some((booked) => booked.at > checkIn.at && dateOf(booked) <= dateOf(checkIn) + 30);

/** Shown under `public`: nobody, or at least eleven. */
const shown = (...counts: number[]): boolean => counts.every((count) => count === 0 || count >= 11);

describe('The demo, counted by hand,', () => {
  it('is the same at every telling', () => expect(JSON.stringify([...demoEvents()])).toBe(JSON.stringify(events)));

  it('is told in valid events', () => {
    for (const event of events) decodeEvent(event);
  });

  it('says each thing once and nothing after the instant at which it is asked', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(Math.max(...field.facts.map(({ at }) => at))).toBeLessThan(until);
  });

  it.each(ids)('has 38 of 100 attendees scheduled within thirty days in %s', (community) => {
    const attendees = field.checkedIn.filter((fact) => fact.community === community);
    expect([attendees.filter(isScheduled).length, attendees.length]).toEqual([38, 100]);
  });

  it.each([
    ['introduced', 64],
    ['directory', 50],
  ])('has of 150 who came by way of %s %i scheduled', (pathway, scheduled) => {
    const came = field.whoCame(pathway);
    const attendees = field.checkedIn.filter(({ data }) => came.has(data['personId']));
    expect([attendees.filter(isScheduled).length, attendees.length]).toEqual([scheduled, 150]);
  });

  it.each([
    ['introduced', 41],
    ['directory', 50],
  ])('has a median first session, of those who came by way of %s, after %i days, with twenty-five at risk still', (pathway, days) => {
    const came = field.whoCame(pathway);
    const waits = field.referrals.filter(({ client }) => came.has(client)).map((told) => waitOf(told, until));
    const reached = medianWait(waits);
    expect(reached.days).toBe(days);
    expect(reached.atRisk - waits.filter((wait) => wait.days === days).length).toBeGreaterThanOrEqual(25);
  });

  it.each([...ids, ...pathways])(
    'has a median change of PHQ-9 of minus 5 at day 7 in %s, with enough who answer and who do not',
    (group) => {
      const came = field.whoCame(group);
      const scores = by(field.of('OutcomeMeasured'), 'personId');
      const changes = field.checkedIn
        .filter(({ community, data }) => community === group || came.has(data['personId']))
        .map((checkIn) => {
          const own = scores.get(checkIn.data['personId']) ?? [];
          const total = (from: number, to: number): number | undefined =>
            own.find((fact) => dateOf(fact) - dateOf(checkIn) >= from && dateOf(fact) - dateOf(checkIn) <= to)?.data['total'] as
              number | undefined;
          return (total(7, 14) ?? NaN) - (total(0, 0) as number);
        });
      const answered = changes.filter((change) => !Number.isNaN(change));
      expect(median(answered)).toBe(-5);
      expect(shown(answered.length, changes.length - answered.length)).toBe(true);
    },
  );

  it('has twelve groups of twenty-five who join at one instant, a hundred in each month', () => {
    const instants = by(
      field.joined.map((fact) => ({ ...fact, data: { at: fact.at } })),
      'at',
    );
    expect([...instants.values()].map(({ length }) => length)).toEqual(Array.from({ length: 12 }, () => 25));
    const months = by(
      field.joined.map((fact) => ({ ...fact, data: { month: new Date(fact.at).toISOString().slice(0, 7) } })),
      'month',
    );
    expect([...months].map(([month, { length }]) => [month, length])).toEqual([
      ['2026-02', 100],
      ['2026-03', 100],
      ['2026-04', 100],
    ]);
  });

  it('knows nobody else who joined, checked in or was referred', () => {
    const people = new Set(field.joined.map(({ data }) => data['personId']));
    expect(people.size).toBe(300);
    expect(new Set([...field.checkedIn.map(({ data }) => data['personId']), ...field.referrals.map(({ client }) => client)])).toEqual(
      people,
    );
  });

  it('has everybody’s own consent before anything else about them', () => {
    const consents = by(field.of('ConsentGranted'), 'personId');
    const about = field.facts.flatMap(({ at, data, type }) =>
      type === 'IntroductionDeclined'
        ? []
        : ['personId', 'introducerId', 'referrerId', 'practitionerId'].flatMap((name) => (data[name] ? [{ person: data[name], at }] : [])),
    );
    expect(about.filter(({ person, at }) => !(consents.get(person) ?? []).some((grant) => grant.at <= at))).toEqual([]);
  });

  it.each([...ids, ...pathways])('leaves none of the side counts of latency between one and ten in %s', (group) => {
    const came = field.whoCame(group);
    const waits = field.referrals
      .filter(({ client, made }) => made.community === group || came.has(client))
      .map((told) => waitOf(told, until));
    const count = (outcome: string): number => waits.filter((wait) => wait.outcome === outcome).length;
    expect(shown(count('ended'), count('waiting'), count('seen'), waits.filter(({ days }) => days < 0).length)).toBe(true);
  });

  it('introduces everybody once', () => {
    const made = field.of('IntroductionMade').map(({ data }) => data['introductionId']);
    expect(new Set(made).size).toBe(made.length);
  });

  it('has a late paper sheet: one evening’s check-ins were written down days after its members joined', () => {
    const order = events.map(({ type, subject }) => `${type} ${subject}`);
    const sheet = order.flatMap((line, index) => (line === 'org.kithline.CheckedIn.v1 engagement/evening-05' ? [index] : []));
    expect(sheet).toHaveLength(25);
    expect(Math.min(...sheet)).toBeGreaterThan(order.indexOf('org.kithline.EngagementHeld.v1 engagement/evening-05') + 25);
  });
});
