import { DAY, parseInstant } from '@kithline/touchpoints';
import type { LatencyQuestion } from '../../questions/durations.ts';
import type { Derived } from '../derived.ts';
import * as fact from '../testing/facts.ts';
import { type Draft, everybody, happened, on, onlyNamed, uncovered, utcDays } from '../testing/happened.ts';
import { latencies } from './latencies.ts';

const { attended, made, moved } = fact;
const question: LatencyQuestion = {
  validAt: on(60),
  purposes: ['outcome_stats'],
  from: 'made',
  session: 1,
  clock: 'continue',
  days: utcDays,
};

/** Each unit as `days:outcome` (0 censored, 1 session, 2 competing), with `entry+` before it when it entered late. */
function ask(derived: Derived, more: Partial<LatencyQuestion> = {}) {
  const { entry, exit, outcome, groups, group, ...rest } = latencies(derived, { ...question, ...more }, everybody);
  const units = [...exit].map((at, i) => `${entry[i] ? `${entry[i] / DAY}+` : ''}${at / DAY}:${outcome[i]}`);
  return { units, groups, group: [...group], ...rest };
}
const units = (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}): readonly string[] => ask(happened(...facts), more).units;
const count = (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}) => ask(happened(...facts), more).groups[0];

describe('The latency of a referral', () => {
  it('is that of the golden set of METRICS C17, session by session and end by end', () => {
    const days = [3, 5, 5, 7, 7, 10, 12, 14, 14, 20, 21, 28, 30, 30, 33];
    const status = [1, 1, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 1, 0, 0];
    const facts = days.flatMap((day, i) => {
      const end = [
        moved(`r${i}`, 'Closed', on(day), 'handed_off'),
        attended(`r${i}`, `s${i}`, on(day)),
        moved(`r${i}`, 'Rejected', on(day)),
      ];
      return [made(`r${i}`, `p${i}`, on(0)), end[status[i]!]!];
    });
    expect(units(facts)).toEqual(days.map((day, i) => `${day}:${status[i]}`));
  });

  //  made ──5──▶ nothing            V at day 60
  it('goes on until V when nothing decides it', () => expect(units([made('r', 'ana', on(5))])).toEqual(['55:0']));

  it('sees a session at V and none after it', () => {
    expect(units([made('r', 'ana', on(0)), attended('r', 's', on(60))])).toEqual(['60:1']);
    expect(units([made('r', 'ana', on(0)), attended('r', 's', on(60) + 1)])).toEqual(['60:0']);
    expect(units([made('r', 'ana', on(60) + 1)])).toEqual([]);
  });

  it.each(['Rejected', 'Cancelled', 'Failed', 'Completed', 'Closed'] as const)('competes with an end: %s', (end) =>
    expect(units([made('r', 'ana', on(0)), moved('r', end, on(9), 'other'), attended('r', 's', on(10))])).toEqual(['9:2']),
  );

  it.each([
    ['moved_away', '9:0'],
    ['lost_contact_noninformative', '9:0'],
    ['handed_off', '9:0'],
    ['died', '9:2'],
    ['lost_contact', '9:2'],
    ['made-up', '9:2'],
  ])('is ended by a closing because of %s as %s', (reason, unit) =>
    expect(units([made('r', 'ana', on(0)), moved('r', 'Closed', on(9), reason)])).toEqual([unit]),
  );

  it.each([
    ['moved_away', '9:0'],
    ['lost_contact_noninformative', '9:0'],
    ['handed_off', '9:0'],
    ['died', '9:2'],
    ['lost_contact', '9:2'],
    ['withdrew', '60:0'],
    ['made-up', '60:0'],
  ])('is ended, or not, by a client who leaves because of %s: %s', (reason, unit) =>
    expect(units([made('r', 'ana', on(0)), fact.left('ana', on(9), reason)])).toEqual([unit]),
  );

  it('ends with the client’s death wherever that was noted, and not with another referral’s other ends', () => {
    const other = [made('r', 'ana', on(0)), made('r2', 'ana', on(1))];
    expect(units([...other, moved('r2', 'Closed', on(9), 'died')])).toEqual(['9:2', '8:2']);
    expect(units([...other, moved('r2', 'Closed', on(9), 'lost_contact')])).toEqual(['60:0', '8:2']);
    expect(units([...other, moved('r2', 'Closed', on(9), 'died'), moved('r2', 'Reopened', on(10))])).toEqual(['60:0', '59:0']);
  });

  it('gives the session precedence over an end at the same instant, and an end over a withdrawal', () => {
    expect(units([made('r', 'ana', on(0)), moved('r', 'Closed', on(9)), attended('r', 's', on(9))])).toEqual(['9:1']);
    expect(units([made('r', 'ana', on(0)), fact.withdrawn('ana', on(9)), moved('r', 'Closed', on(9))])).toEqual(['9:2']);
  });

  it('keeps a session at the very instant of the referral as 0 days', () =>
    expect(units([attended('r', 's', on(3)), made('r', 'ana', on(3))])).toEqual(['0:1']));

  it('leaves out and counts a session before its referral', () => {
    const facts = [made('r', 'ana', on(3)), attended('r', 's', on(2)), attended('r', 's2', on(8))];
    expect(units(facts)).toEqual([]);
    expect(count(facts)).toMatchObject({ inverted: 1 });
  });

  it('counts no assessment, and a sessionId only at its earliest attendance', () => {
    const assessment = attended('r', 's', on(2), { kind: 'assessment' });
    expect(units([made('r', 'ana', on(0)), assessment, attended('r', 's2', on(8))])).toEqual(['8:1']);
    expect(units([made('r', 'ana', on(0)), assessment, attended('r', 's', on(8))])).toEqual(['60:0']);
  });

  it('begins with the earliest ReferralMade of an id', () =>
    expect(units([made('r', 'ana', on(4)), made('r', 'ana', on(1)), attended('r', 's', on(9))])).toEqual(['8:1']));

  //  made ─3─ closed ─10─ reopened ─12─ session
  it('is not ended by an end that a reopening by V undid; the clock runs on, or restarts with its segment', () => {
    const facts = [made('r', 'ana', on(0)), moved('r', 'Closed', on(3)), moved('r', 'Reopened', on(10)), attended('r', 's', on(12))];
    expect(units(facts)).toEqual(['12:1']);
    expect(units(facts, { validAt: on(9) })).toEqual(['3:2']);
    expect(units(facts, { clock: 'segment' })).toEqual(['2:1']);
    expect(units([...facts, moved('r', 'Closed', on(20)), moved('r', 'Reopened', on(21))], { clock: 'segment' })).toEqual(['2:1']);
    expect(units(facts.slice(0, 3), { clock: 'segment' })).toEqual(['50:0']);
    expect(units([...facts.slice(0, 3), fact.withdrawn('ana', on(5))], { clock: 'segment' })).toEqual(['5:0']);
  });

  it('is ended by the first end after the last reopening', () => {
    const facts = [moved('r', 'Closed', on(3)), moved('r', 'Reopened', on(10)), moved('r', 'Failed', on(14)), moved('r', 'Closed', on(15))];
    expect(units([made('r', 'ana', on(0)), ...facts])).toEqual(['14:2']);
  });

  it('enters late where it was observed from later on, and is left out where it was over by then', () => {
    const late = made('r', 'ana', on(0), { observedFrom: on(4) });
    expect(units([late, attended('r', 's', on(9))])).toEqual(['4+9:1']);
    expect(units([late, attended('r', 's', on(4))])).toEqual([]);
    expect(count([late, attended('r', 's', on(4))])).toMatchObject({ notAtRisk: 1 });
    expect(units([made('r', 'ana', on(0), { observedFrom: on(-4) }), attended('r', 's', on(9))])).toEqual(['9:1']);
  });

  it('is removed for every V once the referral is entered in error', () =>
    expect(units([made('r', 'ana', on(0)), attended('r', 's', on(9)), moved('r', 'EnteredInError', on(50))], { validAt: on(20) })).toEqual(
      [],
    ));

  it('does not depend on the order of arrival', () => {
    const facts = [made('r', 'ana', on(0)), moved('r', 'Closed', on(3)), moved('r', 'Reopened', on(10)), attended('r', 's', on(12))];
    expect(units([...facts].reverse())).toEqual(['12:1']);
  });
});

describe('The third session', () => {
  const sessions = (...days: number[]): Draft[] => [made('r', 'ana', on(0)), ...days.map((day, i) => attended('r', `s${i}`, on(day)))];

  it('ends the duration when it is asked for', () => expect(units(sessions(2, 5, 9, 12), { session: 3 })).toEqual(['9:1']));
  it('counts two sessions on one local day once', () => expect(units(sessions(2, 5, 5.9, 12), { session: 3 })).toEqual(['12:1']));
  it('goes by the local day of the referral’s community', () => {
    // in Vienna, on summer time from 29 March, day 27 ends at 22:00 UTC
    const vienna = new Map([['north', Float64Array.of(on(0, -1), on(26, -1), on(27, -1), on(28, -2), on(29, -2))]]);
    const facts = sessions(2, 27.5, 27.95);
    expect(units(facts, { session: 3, days: vienna })).toEqual(['27.95:1']);
    expect(units(facts, { session: 3 })).toEqual(['60:0']);
  });
  it('of a restarted clock is counted from the reopening before the first', () => {
    const again = [moved('r', 'Closed', on(1)), moved('r', 'Reopened', on(2)), moved('r', 'Closed', on(4)), moved('r', 'Reopened', on(5))];
    expect(units([...sessions(3, 6, 9), ...again], { session: 3, clock: 'segment' })).toEqual(['7:1']);
  });
});

describe('The start of a latency', () => {
  const facts = [made('r', 'ana', on(10)), moved('r', 'Accepted', on(14)), attended('r', 's', on(20))];

  it('may be the first acceptance; referrals without one are counted beside', () => {
    expect(units([...facts, moved('r', 'Accepted', on(15))], { from: 'accepted' })).toEqual(['6:1']);
    expect(units([made('r', 'ana', on(10))], { from: 'accepted' })).toEqual([]);
    expect(count([made('r', 'ana', on(10))], { from: 'accepted' })).toMatchObject({ noStart: 1 });
  });

  it('may be the client’s own first touch in the 180 days before, but not what was sent to them', () => {
    const touch = (...more: Draft[]): readonly string[] => units([...facts, ...more], { from: 'first-touch' });
    expect(touch(fact.touched('ana', on(4)), fact.checkedIn('ana', 'fair', on(6)))).toEqual(['16:1']);
    expect(touch(fact.touched('ana', on(4), 'outreach'), fact.checkedIn('ana', 'fair', on(6)))).toEqual(['14:1']);
    expect(touch(fact.introduced('i', 'bea', 'ana', on(2)))).toEqual(['18:1']);
    expect(touch(fact.introduced('i', 'ana', 'bea', on(2)))).toEqual([]);
    expect(touch(fact.touched('ana', on(-170)))).toEqual(['190:1']);
    expect(touch(fact.touched('ana', on(-170) - 1))).toEqual([]);
    expect(touch(fact.touched('ana', on(10)))).toEqual(['10:1']);
    expect(touch(fact.touched('ana', on(10) + 1))).toEqual([]);
  });
});

describe('Consent and identity in latencies', () => {
  const facts = [made('r', 'ana', on(10)), attended('r', 's', on(20))];

  it('count a referral that no consent covers, and nothing else of it', () => {
    expect(ask(uncovered(...facts))).toMatchObject({ units: [], groups: [{ noconsent: 1, inverted: 0, noStart: 0 }] });
    expect(ask(uncovered(...facts), { from: 'accepted' }).groups).toMatchObject([{ noconsent: 1, noStart: 0 }]);
    expect(ask(uncovered(fact.granted('ana', on(10)), ...facts)).units).toEqual(['10:1']);
  });

  it('censor at the first withdrawal for good', () => {
    const again = [fact.withdrawn('ana', on(12)), fact.granted('ana', on(15))];
    expect(units([...facts, ...again])).toEqual(['2:0']);
    expect(units([...facts, fact.withdrawn('ana', on(20))])).toEqual(['10:1']);
  });

  it('do not count a session that no consent covers', () =>
    expect(units([facts[0]!, attended('r', 's', on(20), { source: 'urn:elsewhere' }), attended('r', 's2', on(30))])).toEqual(['20:1']));

  it('remove an erased client for every V, also before they asked', () => {
    expect(units([...facts, fact.erased('ana', on(50))], { validAt: on(30) })).toEqual([]);
    expect(ask(happened(...facts, fact.erased('ana', on(50)))).groups).toEqual([]);
  });

  it('keep both referrals of two ids that turn out to be one person, as units of one cluster', () => {
    const both = [...facts, made('r2', 'anna', on(11)), fact.left('anna', on(18), 'died')];
    expect(ask(happened(...both))).toMatchObject({ units: ['10:1', '7:2'], clustered: false });
    expect(ask(happened(...both, fact.merged('anna', 'ana', on(40))))).toMatchObject({ units: ['8:2', '7:2'], clustered: true });
  });

  it('number persons in byte order when asked', () => {
    const three = [made('r1', 'cyd', on(0)), made('r2', 'ana', on(1)), made('r3', 'cyd', on(2)), made('r4', 'Bea', on(3))];
    expect(ask(happened(...three), { clustered: true }).person).toEqual(Int32Array.of(2, 1, 2, 0));
    expect(ask(happened(...three)).person).toHaveLength(0);
  });
});

describe('Groups of latencies', () => {
  const facts = [
    fact.joined('ana', on(-5), { pathway: 'directory' }),
    fact.introduced('i1', 'zoe', 'bea', on(-9)),
    fact.joined('bea', on(-4), { pathway: 'introduced', introduction: 'i1' }),
    made('r1', 'ana', on(0), { referrer: 'gus', practitioner: 'xia', sourceKind: 'practitioner' }),
    made('r2', 'bea', on(1), { practitioner: 'yul', community: 'south' }),
    made('r3', 'cyd', on(2), { referrer: 'hal', practitioner: 'yul' }),
  ];
  const groups = (by: LatencyQuestion['by'], more: Partial<LatencyQuestion> = {}) => {
    const { group, groups: labels } = ask(happened(...facts), { by, ...more });
    return group.map((i) => labels[i]!.group);
  };

  it('are those of the start’s community, the person and the referral', () => {
    expect(groups('community')).toEqual(['north', 'south', 'north']);
    expect(groups('pathway')).toEqual(['directory', 'introduced', null]);
    expect(groups('source')).toEqual(['practitioner', 'introducer', 'introducer']);
    expect(groups('practitioner')).toEqual(['xia', 'yul', 'yul']);
    expect(groups('referrer')).toEqual(['gus', null, 'hal']);
    expect(groups('introducer')).toEqual([null, 'zoe', null]);
    expect(groups(undefined)).toEqual([null, null, null]);
  });

  it('unite those who may not be named, apart from those who have none', () => {
    const { groups: labels, group } = latencies(happened(...facts), { ...question, by: 'referrer' }, onlyNamed('hal'));
    const named = labels.map(({ group: name, masked }) => [name, masked]);
    expect([...group].map((i) => named[i])).toEqual([
      [null, true],
      [null, false],
      ['hal', false],
    ]);
    const both = latencies(happened(...facts), { ...question, by: 'practitioner' }, onlyNamed());
    expect(both.groups).toMatchObject([{ group: null, masked: true }]);
  });

  it('mask a referrer who was erased', () => {
    const { groups: labels } = latencies(happened(...facts, fact.erased('gus', on(9))), { ...question, by: 'referrer' }, everybody);
    expect(labels).toMatchObject([{ group: null, masked: true }, { group: null, masked: false }, { group: 'hal' }]);
  });

  it('may be restricted to communities', () => {
    expect(groups('community', { communities: ['south'] })).toEqual(['south']);
    expect(groups('community', { communities: ['nowhere'] })).toEqual([]);
  });

  it('are also those of the cohort of the start, by calendar or elapsed from a Monday', () => {
    const weeks = new Map([
      ['north', Float64Array.of(on(-7), on(0), on(7))],
      ['south', Float64Array.of(on(-7, -1), on(0, -1), on(7, -1))],
    ]);
    const byWeek = ask(happened(...facts, made('r4', 'dov', on(7))), { cohorts: weeks });
    expect(byWeek.groups.map(({ cohort }) => cohort)).toEqual([
      { community: 'north', start: on(0) },
      { community: 'south', start: on(0, -1) },
      { community: 'north', start: on(7) },
    ]);
    const elapsed = ask(happened(...facts), { cohorts: { elapsed: 7 * DAY } });
    expect(elapsed.groups.map(({ cohort }) => cohort)).toEqual([{ community: null, start: parseInstant('2026-03-02T00:00:00Z') }]);
  });
});
