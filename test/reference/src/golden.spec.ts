import { lantern, lanternValidAt, millbrook, millbrookValidAt, orchard, orchardValidAt, quayside } from '@kithline/examples';
import { ask, figures, networkOf } from './testing/network.ts';

const kn = (rows: readonly Readonly<Record<string, unknown>>[]): string[] => rows.map(({ k, n }) => `${Number(k)}/${Number(n)}`);

describe('The retention set of METRICS C17', () => {
  const asked = async (raw: Record<string, string>) =>
    ask(await networkOf(lantern), 'retention', { 'valid-at': lanternValidAt, period: '7d', return: 'TouchpointRecorded', ...raw });

  it('is bounded 4/8, 2/7, 1/6, 0/6, 3/5, 0/1', async () => {
    expect(kn((await asked({ periods: '6' })).rows)).toEqual(['4/8', '2/7', '1/6', '0/6', '3/5', '0/1']);
  });

  it('has without a number every week that is over for somebody', async () => {
    const { rows } = await asked({});
    expect(rows).toHaveLength(14);
    expect(kn(rows).slice(0, 6)).toEqual(['4/8', '2/7', '1/6', '0/6', '3/5', '0/1']);
    expect(rows[5]).toMatchObject({ cohort: null, period: 5, value: 0, n_immature: 7 });
  });

  it('is rolling.reached 7/8, 6/8, 6/7, 5/6, 5/6, 2/5: not monotone', async () =>
    expect(kn((await asked({ variant: 'rolling.reached', periods: '6' })).rows)).toEqual(['7/8', '6/8', '6/7', '5/6', '5/6', '2/5']));

  it('is rolling.fixed(35) 4/5 five times, then 1/5', async () =>
    expect(kn((await asked({ variant: 'rolling.fixed', horizon: '35d' })).rows)).toEqual(['4/5', '4/5', '4/5', '4/5', '4/5', '1/5']));

  it('takes any brackets', async () =>
    expect(kn((await asked({ brackets: '0-7,7-14,0-35', period: undefined! })).rows)).toEqual(['4/8', '2/7', '4/5']));

  it('is 4/6 back within 30 days, 4/5 around day 30, 3/6 after it, and 1/1 around day 90', async () => {
    const graph = await networkOf(lantern);
    const again = async (raw: Record<string, string>) => kn([await ask(graph, 're-engagement', { 'valid-at': lanternValidAt, ...raw })]);
    expect(await again({})).toEqual(['4/6']);
    expect(await again({ variant: 'at' })).toEqual(['4/5']);
    expect(await again({ variant: 'after' })).toEqual(['3/6']);
    expect(await again({ horizon: '90d' })).toEqual(['1/1']);
  });

  it('lists as many persons as it counts', async () => {
    const { rows } = await ask(await networkOf(lantern), 'retention', {
      'valid-at': lanternValidAt,
      period: '7d',
      periods: '2',
      list: true,
    });
    expect(rows.map(({ persons }) => persons)).toEqual([
      ['p1', 'p3', 'p5', 'p7'],
      ['p1', 'p3'],
    ]);
  });

  it('shows nothing in public', async () => {
    const found = await asked({ disclosure: 'public' });
    expect(found).toMatchObject({
      value: null,
      n: null,
      k: null,
      suppressed: true,
      rows: [],
      notes: ['tail_left_out'],
      policyVersion: 'public/2',
    });
  });
});

describe('The latency set of METRICS C17', () => {
  const asked = async (raw: Record<string, string>) => ask(await networkOf(millbrook), 'latency', { 'valid-at': millbrookValidAt, ...raw });
  const at = (rows: readonly Readonly<Record<string, unknown>>[], time: number) => rows.find((row) => row.time === time)!;

  it('is, by Kaplan and Meier', async () => {
    const found = await asked({ variant: 'km' });
    const curve = [3, 5, 7, 10, 14, 21, 30].map((day) => [at(found.rows, day).survival, at(found.rows, day).at_risk]);
    const expected = [
      [0.933333, 15],
      [0.866667, 14],
      [0.794444, 12],
      [0.715, 10],
      [0.53625, 8],
      [0.429, 5],
      [0.286, 3],
    ] as const;
    expected.forEach(([survival, atRisk], row) => {
      expect(curve[row]![0]).toBeCloseTo(survival, 6);
      expect(curve[row]![1]).toBe(atRisk);
    });
    expect(at(found.rows, 14).se).toBeCloseTo(0.142495, 6);
    expect(at(found.rows, 14).lower).toBeCloseTo(0.237555, 6);
    expect(at(found.rows, 14).upper).toBeCloseTo(0.763255, 6);
    expect(figures(found, 'q25', 'median', 'n', 'k', 'n_censored', 'n_competing')).toEqual([10, 21, 15, 8, 5, 2]);
    expect(found.rmst).toBeCloseTo(19.458083, 6);
    expect(found.rmst_se).toBeCloseTo(2.844764, 6);
    expect(found.value).toBeCloseTo(1 - 0.286, 9);
  });

  it('is, by Aalen and Johansen', async () => {
    const found = await asked({});
    expect(found.variant).toBe('aalen-johansen');
    expect([7, 14, 21, 30].map((day) => (at(found.rows, day).cif_session as number).toFixed(6))).toEqual([
      '0.205556',
      '0.440278',
      '0.521528',
      '0.629861',
    ]);
    expect(at(found.rows, 30).cif_closed).toBeCloseTo(0.153472, 6);
    expect(found.value).toBeCloseTo(0.629861, 6);
    for (const { cif_session, cif_closed, event_free } of found.rows)
      expect((cif_session as number) + (cif_closed as number) + (event_free as number)).toBeCloseTo(1, 12);
  });

  it('says when the follow-up is too short', async () => {
    const found = await asked({ horizon: '60d' });
    expect(found).toMatchObject({ value: null, rmst: null, notes: ['follow_up_too_short', 'not_for_publication'] });
  });
});

describe('Who refers again', () => {
  const asked = async (reading: string, raw: Record<string, string> = {}) =>
    kn([await ask(await networkOf(orchard), 're-referral', { reading, 'valid-at': orchardValidAt, ...raw })]);

  it.each([['return'], ['referrer'], ['client'], ['onward']])('is 1 of 2 in the reading %s', async (reading) =>
    expect(await asked(reading)).toEqual(['1/2']),
  );

  it('is 1 of 6 in the cross-section', async () => expect(await asked('share', { 'valid-at': '2026-04-30T12:00:00Z' })).toEqual(['1/6']));
});

describe('Who introduced whom', () => {
  it('is told from the root', async () => {
    const graph = await networkOf(quayside);
    const dev = await ask(graph, 'chain', { person: 'dev' });
    expect(dev.rows.map(({ person }) => person)).toEqual(['ana', 'ben', 'cleo', 'dev']);
    expect(figures(dev, 'hops', 'cycle', 'cut')).toEqual([3, false, false]);
    expect((await ask(graph, 'chain', { person: 'ivo' })).rows).toEqual([
      { person: 'gus', hops: 0, introduction: null, at: null, masked: false },
      { person: null, hops: 1, introduction: null, at: '2026-02-16', masked: true },
      { person: 'ivo', hops: 2, introduction: null, at: '2026-02-23', masked: false },
    ]);
  });

  it('has a size and a depth', async () => {
    const graph = await networkOf(quayside);
    expect(await ask(graph, 'introduced', { person: 'ana' })).toMatchObject({ size: 4, depth: 3 });
    expect((await ask(graph, 'introduced', { all: true })).rows).toEqual([
      { person: 'ana', size: 4, depth: 3, suppressed: false, masked: false },
      { person: 'gus', size: 2, depth: 2, suppressed: false, masked: false },
    ]);
    expect((await ask(graph, 'introduced', { all: true, disclosure: 'public' })).rows[0]).toEqual({
      person: 'ana',
      size: null,
      depth: null,
      suppressed: true,
      masked: false,
    });
  });

  it('is a path, the shortest', async () => {
    const graph = await networkOf(quayside);
    expect(await ask(graph, 'paths', { from: 'ana', to: 'dev' })).toMatchObject({
      found: true,
      complete: true,
      rows: [{ nodes: ['ana', 'ben', 'cleo', 'dev'], hops: 3 }],
    });
    expect(await ask(graph, 'paths', { from: 'dev', to: 'ana' })).toMatchObject({ found: false, rows: [] });
    expect((await ask(graph, 'paths', { from: 'dev', to: 'ana', undirected: true })).rows[0]).toMatchObject({ hops: 3 });
    expect((await ask(graph, 'paths', { from: 'ana', to: 'ana' })).rows).toEqual([{ nodes: ['ana'], hops: 0, edges: [] }]);
    expect((await ask(graph, 'paths', { from: 'ben' })).rows).toContainEqual({ person: 'dev', hops: 2, masked: false });
  });

  it('is refused in the same words for somebody unknown and somebody erased', async () => {
    const graph = await networkOf(quayside);
    await expect(ask(graph, 'chain', { person: 'zoe' })).rejects.toThrow('no person "zoe" is known');
    await expect(ask(graph, 'chain', { person: 'dev', 'valid-at': '2026-01-01T00:00:00Z' })).rejects.toThrow('no person "dev" is known');
    await expect(ask(graph, 'retention', { community: 'elsewhere' })).rejects.toThrow('no community "elsewhere" is known');
  });
});
