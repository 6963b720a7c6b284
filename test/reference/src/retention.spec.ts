import { eventsIn, generate } from '@kithline/examples';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { ask, figures, networkOf } from './testing/network.ts';

const on = eventsIn('west');
const there = eventsIn('east');

const member = (person: string, joined: string, back: readonly string[], say = on): TouchpointEvent[] => [
  say(joined).consented(person),
  say(joined).joined(person),
  ...back.map((when) => say(when).touched(person)),
];

describe('Retention by calendar months', () => {
  /** Kiribati is a day ahead of Hawaii: what is February in the west is March in the east. */
  const events = [
    on('2026-01-01').founded('West', 'Pacific/Honolulu'),
    there('2026-01-01').founded('East', 'Pacific/Kiritimati'),
    ...member('w1', '2026-02-28T20:00:00Z', ['2026-03-01T09:59:59Z', '2026-03-01T10:00:00Z']),
    ...member('e1', '2026-02-28T20:00:00Z', ['2026-03-01T09:59:59Z', '2026-04-05T00:00:00Z'], there),
  ];
  const raw = { period: 'month', 'valid-at': '2026-05-01T12:00:00Z', by: 'cohort' };

  it('goes by the local time of each community', async () => {
    const { rows } = await ask(await networkOf(events), 'retention', raw);
    expect(rows.map(({ cohort, period, k, n, n_immature }) => [cohort, period, `${Number(k)}/${Number(n)}`, n_immature])).toEqual([
      ['2026-02', 0, '1/1', 0],
      ['2026-02', 1, '1/1', 0],
      ['2026-02', 2, '0/1', 0],
      ['2026-03', 0, '1/1', 0],
      ['2026-03', 1, '1/1', 0],
      ['2026-03', 2, '0/0', 1],
    ]);
  });

  it('has, for each cohort, the figures of its last period that is over', async () => {
    const found = await ask(await networkOf(events), 'retention', raw);
    expect(found.groups.map(({ group, cohort, period, n, n_noconsent }) => [group, cohort, period, n, n_noconsent])).toEqual([
      ['2026-02', '2026-02', 2, 1, null],
      ['2026-03', '2026-03', 1, 1, null],
    ]);
    expect(figures(found, 'period', 'n', 'k', 'n_immature', 'n_noconsent')).toEqual([2, 1, 0, 1, 0]);
  });

  it('says when the time zone of a community is not known', async () => {
    const unknown = events.filter(({ subject }) => subject !== 'community/east');
    const notes = async (more: Record<string, string>) => (await ask(await networkOf(unknown), 'retention', { ...raw, ...more })).notes;
    expect(await notes({})).toContain('zone_unknown');
    expect(await notes({ community: 'west' })).not.toContain('zone_unknown');
    expect(await notes({ period: '30d' })).not.toContain('zone_unknown');
  });
});

describe('The mean of cohorts', () => {
  it('weighs them by their size, or alike', async () => {
    const few = ['a', 'b'].flatMap((person) => member(person, '2026-03-02', ['2026-03-03']));
    const many = ['c', 'd', 'e', 'f'].flatMap((person) => member(person, '2026-03-09', person === 'c' ? ['2026-03-10'] : []));
    const graph = await networkOf([on('2026-01-01').founded('West', 'UTC'), ...few, ...many]);
    const raw = { period: 'week', periods: '1', 'valid-at': '2026-04-01T00:00:00Z' };
    expect(await ask(graph, 'retention', raw)).toMatchObject({ value: 3 / 6, n: 6, k: 3 });
    const simple = await ask(graph, 'retention', { ...raw, mean: 'simple' });
    expect(simple).toMatchObject({ value: (2 / 2 + 1 / 4) / 2, n: 6, k: 3 });
    expect(simple.notes).toContain('simple_mean');
  });
});

describe('Retention of a generated network', () => {
  const network = networkOf([
    ...generate({ people: 400, touchpoints: 3000, seed: 7, from: '2025-01-01T00:00:00Z', to: '2025-12-31T00:00:00Z' }),
  ]);
  const raw = { 'valid-at': '2026-01-01T00:00:00Z' };

  it('never rises where everybody is watched as long (METRICS C18)', async () => {
    for (const period of ['7d', 'week']) {
      const { rows } = await ask(await network, 'retention', { ...raw, variant: 'rolling.fixed', period, periods: '12' });
      const shares = rows.map(({ value }) => value as number);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(new Set(rows.map(({ n }) => n)).size).toBe(1);
    }
  });

  it('is the sum of its cohorts, whatever they are made of', async () => {
    const pooled = await ask(await network, 'retention', { ...raw, period: '28d', periods: '6' });
    for (const cohort of ['week', 'month', 'quarter', '10d']) {
      const { rows } = await ask(await network, 'retention', { ...raw, period: '28d', periods: '6', by: 'cohort', cohort });
      for (const whole of pooled.rows)
        for (const count of ['n', 'k', 'n_immature'])
          expect(rows.filter(({ period }) => period === whole.period).reduce((sum, row) => sum + (row[count] as number), 0)).toBe(
            whole[count],
          );
    }
  });

  it('counts every unit once in every period', async () => {
    const { rows, groups, n_noconsent } = await ask(await network, 'retention', { ...raw, period: 'month', periods: '8', by: 'community' });
    expect(groups.reduce((sum, group) => sum + (group.n_noconsent as number), 0)).toBe(n_noconsent);
    for (const { n, k } of rows) expect(k as number).toBeLessThanOrEqual(n as number);
  });

  it('says the same when it is asked again, and hides only under a policy', async () => {
    const open = await ask(await network, 'retention', { ...raw, period: 'month' });
    expect(await ask(await network, 'retention', { ...raw, period: 'month' })).toEqual(open);
    const shown = await ask(await network, 'retention', { ...raw, period: 'month', disclosure: 'public' });
    for (const row of shown.rows) if (!row.suppressed) expect(open.rows).toContainEqual(row);
    expect(shown.definitionHash).toBe(open.definitionHash);
  });

  it('as a curve ends with the same share as it says on top', async () => {
    const found = await ask(await network, 'retention', { ...raw, variant: 'survival', horizon: '60d' });
    const last = found.rows.filter(({ time }) => (time as number) <= 60).at(-1)!;
    expect(found.value).toBe(last.survival);
  });

  it.each([['within'], ['at'], ['after'], ['resurrected']])('has re-engagement %s of no more than all', async (variant) => {
    const { n, k, value, n_censored, n_immature } = await ask(await network, 're-engagement', { ...raw, variant });
    expect(value).toBe((k as number) / (n as number));
    expect((n as number) + (n_censored as number) + (n_immature as number)).toBeLessThanOrEqual(400);
  });
});
