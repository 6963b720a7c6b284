import { DAY, parseInstant } from '@kithline/touchpoints';
import type { LatencyQuestion } from '../questions/durations.ts';
import { covered, on, onlyNamed } from './drafts.ts';
import * as fact from './facts.ts';
import { asksLatencies } from './latencies.ts';
import type { Stage } from './stage.ts';

const { made } = fact;

/** What units are grouped by, told by latencies. */
export function groupsUnits(stage: Stage): void {
  const { latenciesOf } = asksLatencies(stage);

  const facts = [
    fact.joined('ana', on(-5), { pathway: 'directory' }),
    fact.introduced('i1', 'zoe', 'bea', on(-9)),
    fact.joined('bea', on(-4), { pathway: 'introduced', introduction: 'i1' }),
    made('r1', 'ana', on(0), { referrer: 'gus', practitioner: 'xia', sourceKind: 'practitioner' }),
    made('r2', 'bea', on(1), { practitioner: 'yul', community: 'south' }),
    made('r3', 'cyd', on(2), { referrer: 'hal', practitioner: 'yul' }),
  ];
  const groups = async (by: LatencyQuestion['by'], more: Partial<LatencyQuestion> = {}) => {
    const { group, groups: labels } = await latenciesOf(covered(...facts), { by, ...more });
    return group.map((i) => labels[i]!.group);
  };

  it('are those of the start’s community, the person and the referral', async () => {
    expect(await groups('community')).toEqual(['north', 'south', 'north']);
    expect(await groups('pathway')).toEqual(['directory', 'introduced', null]);
    expect(await groups('source')).toEqual(['practitioner', 'introducer', 'introducer']);
    expect(await groups('practitioner')).toEqual(['xia', 'yul', 'yul']);
    expect(await groups('referrer')).toEqual(['gus', null, 'hal']);
    expect(await groups('introducer')).toEqual([null, 'zoe', null]);
    expect(await groups(undefined)).toEqual([null, null, null]);
  });

  it('know only pathways by V', async () => {
    const late = covered(made('r', 'ana', on(0)), fact.joined('ana', on(5), { pathway: 'self' }));
    expect((await latenciesOf(late, { by: 'pathway', validAt: on(4) })).groups).toMatchObject([{ group: null, masked: false }]);
    expect((await latenciesOf(late, { by: 'pathway', validAt: on(5) })).groups).toMatchObject([{ group: 'self' }]);
  });

  it('unite those who may not be named, apart from those who have none', async () => {
    const { groups: labels, group } = await latenciesOf(covered(...facts), { by: 'referrer' }, onlyNamed('hal'));
    const named = labels.map(({ group: name, masked }) => [name, masked]);
    expect([...group].map((i) => named[i])).toEqual([
      [null, true],
      [null, false],
      ['hal', false],
    ]);
    const both = await latenciesOf(covered(...facts), { by: 'practitioner' }, onlyNamed());
    expect(both.groups).toMatchObject([{ group: null, masked: true }]);
  });

  it('mask a referrer who was erased', async () => {
    const { groups: labels } = await latenciesOf(covered(...facts, fact.erased('gus', on(9))), { by: 'referrer' });
    expect(labels).toMatchObject([{ group: null, masked: true }, { group: null, masked: false }, { group: 'hal' }]);
  });

  it('may be restricted to communities', async () => {
    expect(await groups('community', { communities: ['south'] })).toEqual(['south']);
    expect(await groups('community', { communities: ['nowhere'] })).toEqual([]);
  });

  it('are also those of the cohort of the start, by calendar or elapsed from a Monday', async () => {
    const weeks = new Map([
      ['north', Float64Array.of(on(-7), on(0), on(7))],
      ['south', Float64Array.of(on(-7, -1), on(0, -1), on(7, -1))],
    ]);
    const byWeek = await latenciesOf(covered(...facts, made('r4', 'dov', on(7))), { cohorts: weeks });
    expect(byWeek.groups.map(({ cohort }) => cohort)).toEqual([
      { community: 'north', start: on(0) },
      { community: 'south', start: on(0, -1) },
      { community: 'north', start: on(7) },
    ]);
    const elapsed = await latenciesOf(covered(...facts), { cohorts: { elapsed: 7 * DAY } });
    expect(elapsed.groups.map(({ cohort }) => cohort)).toEqual([{ community: null, start: parseInstant('2026-03-02T00:00:00Z') }]);
  });
}
