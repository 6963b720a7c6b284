import { DAY, parseInstant } from '@kithline/touchpoints';
import type { LatencyQuestion } from '../../questions/durations.ts';
import * as fact from '../testing/facts.ts';
import { everybody, happened, on, onlyNamed } from '../testing/happened.ts';
import { firstSession, latenciesOf } from '../testing/latencies-of.ts';
import { latencies } from './latencies.ts';

const { made } = fact;

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
    const { group, groups: labels } = latenciesOf(happened(...facts), { by, ...more });
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

  it('know only pathways by V', () => {
    const late = happened(made('r', 'ana', on(0)), fact.joined('ana', on(5), { pathway: 'self' }));
    expect(latenciesOf(late, { by: 'pathway', validAt: on(4) }).groups).toMatchObject([{ group: null, masked: false }]);
    expect(latenciesOf(late, { by: 'pathway', validAt: on(5) }).groups).toMatchObject([{ group: 'self' }]);
  });

  it('unite those who may not be named, apart from those who have none', () => {
    const { groups: labels, group } = latencies(happened(...facts), { ...firstSession, by: 'referrer' }, onlyNamed('hal'));
    const named = labels.map(({ group: name, masked }) => [name, masked]);
    expect([...group].map((i) => named[i])).toEqual([
      [null, true],
      [null, false],
      ['hal', false],
    ]);
    const both = latencies(happened(...facts), { ...firstSession, by: 'practitioner' }, onlyNamed());
    expect(both.groups).toMatchObject([{ group: null, masked: true }]);
  });

  it('mask a referrer who was erased', () => {
    const { groups: labels } = latencies(happened(...facts, fact.erased('gus', on(9))), { ...firstSession, by: 'referrer' }, everybody);
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
    const byWeek = latenciesOf(happened(...facts, made('r4', 'dov', on(7))), { cohorts: weeks });
    expect(byWeek.groups.map(({ cohort }) => cohort)).toEqual([
      { community: 'north', start: on(0) },
      { community: 'south', start: on(0, -1) },
      { community: 'north', start: on(7) },
    ]);
    const elapsed = latenciesOf(happened(...facts), { cohorts: { elapsed: 7 * DAY } });
    expect(elapsed.groups.map(({ cohort }) => cohort)).toEqual([{ community: null, start: parseInstant('2026-03-02T00:00:00Z') }]);
  });
});
