import { type TouchpointEvent, coreType, decodeEvent, parseInstant } from '@kithline/touchpoints';
import { generate } from './generate.ts';

const year = { from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
const town = { people: 3000, touchpoints: 12_000, seed: 4, ...year };
const events = [...generate(town)];
const of = (...types: string[]): TouchpointEvent[] => events.filter(({ type }) => types.includes(coreType(type)));

describe('A generated network', () => {
  it('is told in valid events', () => {
    for (const event of events) decodeEvent(event);
  });

  it('is the same for the same seed, and another for another', () => {
    const some = (seed: number): string => JSON.stringify([...generate({ ...town, people: 50, touchpoints: 100, seed })]);
    expect(some(1)).toBe(some(1));
    expect(some(1)).not.toBe(some(2));
  });

  it('has the people, touchpoints and referrals asked for', () => {
    expect(of('MemberJoined')).toHaveLength(3000);
    expect(of('CommunityFounded')).toHaveLength(3);
    expect(of('PractitionerProfilePublished')).toHaveLength(30);
    expect(of('ReferralMade')).toHaveLength(6000);
    const merged = of('TouchpointRecorded').filter(({ data }) => String(data['touchpointId']).startsWith('t-p-')).length;
    expect(of('TouchpointRecorded').length - merged).toBe(12_000);
    expect(of('IntroductionMade').length / 3000).toBeGreaterThan(1.1);
    expect(of('IntroductionMade').length / 3000).toBeLessThan(1.4);
  });

  it('gives each event an id and each session a name of its own', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const booked = of('SessionBooked').map(({ data }) => data['sessionId']);
    expect(new Set(booked).size).toBe(booked.length);
  });

  it('comes in order of time but for the few that are late', () => {
    const times = events.map(({ time }) => parseInstant(time));
    const late = times.filter((at, index) => at < Math.max(0, ...times.slice(Math.max(0, index - 200), index)));
    expect(late.length).toBeGreaterThan(0);
    expect(late.length / events.length).toBeLessThan(0.01);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(parseInstant(year.from));
    expect(Math.max(...times)).toBeLessThan(parseInstant(year.to));
  });

  it('has everything that happens in networks: people leave, come again, withdraw, are merged; referrals go every way', () => {
    const kinds = new Set(events.map(({ type }) => coreType(type)));
    const rare = [
      'MemberLeft',
      'MemberRejoined',
      'ConsentWithdrawn',
      'PersonsMerged',
      'IntroductionDeclined',
      'CheckedIn',
      'OutcomeMeasured',
    ];
    const fates = [
      'ReferralRejected',
      'ReferralCancelled',
      'ReferralClosed',
      'ReferralCompleted',
      'ReferralEnteredInError',
      'SessionMissed',
    ];
    expect([...rare, ...fates].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('introduces and refers within communities, never to oneself', () => {
    const home = new Map(of('MemberJoined').map(({ data, community }) => [data['personId'], community]));
    for (const { data, community } of of('IntroductionMade'))
      expect([home.get(data['introducerId']), home.get(data['introduceeId'])]).toEqual([community, community]);
    for (const { data } of of('ReferralMade')) expect([data['personId'], data['practitionerId']]).not.toContain(data['referrerId']);
  });

  it.each([
    [{ people: 0 }, 'people'],
    [{ people: 1.5 }, 'people'],
    [{ touchpoints: -1 }, 'touchpoints'],
    [{ referrals: NaN }, 'referrals'],
    [{ seed: 0.5 }, 'seed'],
    [{ from: 'yesterday' }, 'from'],
    [{ to: '2025-01-02T00:00:00Z' }, 'to'],
  ])('refuses %o', (wrong, field) => expect(() => [...generate({ ...town, ...wrong })]).toThrow(new RegExp(`^${field}: must be`)));

  it('can be as small as one person without touchpoints', () => {
    const one = [...generate({ people: 1, touchpoints: 0, referrals: 0, ...year })];
    expect(one.filter(({ type }) => coreType(type) === 'MemberJoined')).toHaveLength(1);
  });
});
