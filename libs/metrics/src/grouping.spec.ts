import { gather, total } from './grouping.ts';

const found = (group: string | null, masked = false, start = 0) => ({ group, masked, cohort: { community: null, start }, units: 1 });

describe('Groups', () => {
  it('come in byte order, then those who may not be named, then those without the attribute', () =>
    expect(
      gather([found(null), found('b'), found(null, true), found('B'), found('é'), found('a')], undefined).map(({ group, masked }) => [
        group,
        masked,
      ]),
    ).toEqual([
      ['B', false],
      ['a', false],
      ['b', false],
      ['é', false],
      [null, true],
      [null, false],
    ]));

  it('unite what was found about them', () => {
    const [west] = gather([found('west', false, 1), found('west', false, 2)], undefined);
    expect(total(west!.found, 'units')).toBe(2);
  });

  it('are cohorts by their label, whatever zone they began in', () =>
    expect(
      gather([found('x', false, 7), found('y', false, 8), found('z', false, 99)], ({ start }) => (start < 10 ? '2026-01' : '2026-02')).map(
        ({ group, cohort, found: members }) => [group, cohort, members.length],
      ),
    ).toEqual([
      ['2026-01', '2026-01', 2],
      ['2026-02', '2026-02', 1],
    ]));

  it('are there when they are wanted, even if nobody is in them', () =>
    expect(gather([found('b')], undefined, ['a', 'b']).map(({ group, found: members }) => [group, members.length])).toEqual([
      ['a', 0],
      ['b', 1],
    ]));
});
