import { eventsIn } from '@kithline/examples';
import { armOf, armsValidAt } from './testing/arms.ts';
import { ask, figures, networkOf } from './testing/network.ts';

const arms = [
  ...armOf('community', { days: [2, 4, 4, 6, 9, 11, 15, 18, 25, 30], status: [1, 1, 1, 1, 0, 1, 1, 1, 0, 0], pathway: 'introduced' }),
  ...armOf('directory', { days: [5, 8, 10, 12, 16, 19, 22, 27, 30, 30], status: [1, 1, 0, 1, 1, 1, 0, 1, 0, 0], pathway: 'directory' }),
];

describe('The two arms of METRICS C17', () => {
  const asked = async (raw: Record<string, string> = {}) =>
    ask(await networkOf(arms), 'latency', {
      'valid-at': armsValidAt,
      variant: 'km',
      by: 'pathway',
      compare: 'introduced,directory',
      ...raw,
    });

  it('differ by log-rank 1.172266, p .278936, and by 42 % in their medians', async () => {
    const { comparison, groups } = await asked();
    expect(comparison).toMatchObject({
      compared: 'introduced',
      baseline: 'directory',
      df: 1,
      basis: 'median',
      seed: 20260101,
      suppressed: false,
    });
    expect(comparison!.chisq).toBeCloseTo(1.172266, 6);
    expect(comparison!.p).toBeCloseTo(0.278936, 6);
    expect(comparison!.sooner).toBeCloseTo(1 - 11 / 19, 12);
    expect(groups.map(({ group, median, n }) => [group, median, n])).toEqual([
      ['directory', 19, 10],
      ['introduced', 11, 10],
    ]);
  });

  it('differ at day 14 by .791517, p .373642', async () => {
    const { comparison } = await asked({ horizon: '14d' });
    expect(comparison!.fixed_time_chisq).toBeCloseTo(0.791517, 6);
    expect(comparison!.fixed_time_p).toBeCloseTo(0.373642, 6);
  });

  it('compare in byte order where no two are named', async () =>
    expect((await asked({ compare: undefined! })).comparison).toMatchObject({ compared: 'directory', baseline: 'introduced' }));

  it('were not drawn by lot, which is said', async () => expect((await asked()).notes).toContain('not_randomised'));

  it('show in public neither their curves nor their comparison', async () => {
    const found = await asked({ disclosure: 'public' });
    expect(found.rows).toEqual([]);
    expect(found.groups.map(({ n, median, suppressed }) => [n, median, suppressed])).toEqual([
      [null, null, true],
      [null, null, true],
    ]);
    expect(found.comparison).toMatchObject({ chisq: null, p: null, sooner: null, suppressed: true });
    expect(figures(found, 'n', 'value', 'suppressed')).toEqual([null, null, true]);
  });

  it('refuse a group that there is not', async () => {
    await expect(asked({ compare: 'introduced,nowhere' })).rejects.toThrow(
      'names "nowhere", which is no group by pathway; there are directory, introduced',
    );
    await expect(asked({ compare: 'foo,bar' })).rejects.toThrow(
      'names "foo" and "bar", which are no groups by pathway; there are directory, introduced',
    );
    const found = await asked({ compare: 'introduced,outreach' });
    expect(found.groups.map(({ group, n }) => [group, n])).toEqual([
      ['directory', 10],
      ['introduced', 10],
      ['outreach', 0],
    ]);
    expect(found.comparison).toMatchObject({ baseline: 'outreach', sooner: null });
  });

  it('are, of more than two, compared by the log-rank test alone', async () => {
    const third = armOf('self', { days: [3, 3, 20], status: [1, 1, 0], pathway: 'self' });
    const { comparison } = await ask(await networkOf([...arms, ...third]), 'latency', { 'valid-at': armsValidAt, by: 'pathway' });
    expect(comparison).toMatchObject({ compared: null, baseline: null, df: 2, sooner: null, draws: null });
  });
});

describe('Delayed entry', () => {
  const days = [3, 5, 5, 7, 7, 10, 12, 14, 14, 20, 21, 28, 30, 30, 33];
  const status = [1, 1, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 1, 0, 0];

  it('puts at risk from then on only (METRICS C17)', async () => {
    const entry = [0, 0, 2, 0, 4, 6, 0, 0, 10, 0, 0, 0, 15, 0, 0];
    const { rows } = await ask(await networkOf(armOf('late', { days, status, entry })), 'latency', {
      'valid-at': armsValidAt,
      variant: 'km',
    });
    const eventful = rows.filter(({ events }) => (events as number) > 0);
    expect(eventful.map(({ at_risk }) => at_risk)).toEqual([11, 11, 10, 8, 7, 5, 3]);
    expect(eventful.map(({ survival }) => (survival as number).toFixed(6)).slice(2)).toEqual([
      '0.743802',
      '0.650826',
      '0.464876',
      '0.371901',
      '0.247934',
    ]);
  });

  it('leaves out and counts who was never at risk', async () => {
    const found = await ask(await networkOf(armOf('late', { days: [3, 5, 9], status: [1, 1, 1], entry: [3, 0, 2] })), 'latency', {
      'valid-at': armsValidAt,
    });
    expect(figures(found, 'n', 'n_not_at_risk', 'k')).toEqual([2, 1, 2]);
  });
});

describe('A session at the very moment of the referral', () => {
  it('is a row at time 0, and noted', async () => {
    const found = await ask(await networkOf(armOf('now', { days: [0, 4], status: [1, 1] })), 'latency', { 'valid-at': armsValidAt });
    expect(found.rows[0]).toMatchObject({ time: 0, at_risk: 2, events: 1, cif_session: 0.5 });
    expect(found.notes).toContain('tied_at_zero');
  });
});

describe('Shares of two groups', () => {
  const on = eventsIn('hall');
  const attendees = (name: string, pathway: string, booked: number, all: number) =>
    Array.from({ length: all }, (_, index) => `${name}-${String(index).padStart(3, '0')}`).flatMap((person, index) => [
      on('2026-01-01').consented(person),
      on('2026-01-01').joined(person, { pathway }),
      on('2026-02-01').checkedIn(person, 'e-1'),
      ...(index < booked
        ? [
            on('2026-02-02').referred(`r-${person}`, { person, practitioner: 'dr-wood' }),
            on('2026-02-03').session('SessionBooked', `r-${person}`, `s-${person}`),
          ]
        : []),
    ]);

  it('are told apart by Newcombe and Katz: 45/90 against 30/85 is .147059 [.000581, .284620]', async () => {
    const graph = await networkOf([...attendees('in', 'introduced', 45, 90), ...attendees('di', 'directory', 30, 85)]);
    const found = await ask(graph, 'conversion', {
      by: 'pathway',
      compare: 'introduced,directory',
      'valid-at': '2026-06-01T00:00:00Z',
      disclosure: 'public',
    });
    expect(found.comparison).toMatchObject({ compared: 'introduced', baseline: 'directory', suppressed: false });
    expect(found.comparison!.difference).toBeCloseTo(0.147059, 6);
    expect(found.comparison!.lower).toBeCloseTo(0.000581, 6);
    expect(found.comparison!.upper).toBeCloseTo(0.28462, 5);
    expect(found.comparison!.relative).toBeCloseTo(45 / 90 / (30 / 85) - 1, 12);
    expect(figures(found, 'n', 'k', 'n_in_care', 'suppressed')).toEqual([175, 75, 0, false]);
    expect(found.rows.map(({ group, n, k }) => [group, n, k])).toEqual([
      ['directory', 85, 30],
      ['introduced', 90, 45],
    ]);
  });

  it('betray nothing when one of them is small', async () => {
    const graph = await networkOf([...attendees('in', 'introduced', 45, 90), ...attendees('di', 'directory', 3, 85)]);
    const found = await ask(graph, 'conversion', { by: 'pathway', 'valid-at': '2026-06-01T00:00:00Z', disclosure: 'public' });
    expect(figures(found, 'n', 'k', 'value', 'lower', 'suppressed')).toEqual([null, null, null, null, true]);
    expect(found.comparison).toMatchObject({ difference: null, relative: null, suppressed: true });
    expect(found.rows).toMatchObject([
      { group: 'directory', n: null, suppressed: true },
      { group: 'introduced', n: 90, suppressed: false },
    ]);
  });
});
