import * as fc from 'fast-check';
import { lifeTable } from './life-table.ts';
import { anySpells } from './testing/any-spells.ts';
import { delayed, latency, spells } from './testing/known-spells.ts';

describe('A life table', () => {
  it('has one row a distinct exit time, censorings included', () => {
    const { time, atRisk, events, competing, censored } = lifeTable(latency);
    expect([...time]).toEqual([3, 5, 7, 10, 12, 14, 20, 21, 28, 30, 33]);
    expect([...atRisk]).toEqual([15, 14, 12, 10, 9, 8, 6, 5, 4, 3, 1]);
    expect([...events]).toEqual([1, 1, 1, 1, 0, 2, 0, 1, 0, 1, 0]);
    expect([...competing]).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect([...censored]).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1]);
  });

  it('counts nobody at risk before they entered', () => {
    const { time, atRisk, events } = lifeTable(delayed);
    const atEvents = [...time.keys()].filter((row) => events[row]! > 0);
    expect(atEvents.map((row) => atRisk[row])).toEqual([11, 11, 10, 8, 7, 5, 3]);
  });

  it('has a row at time 0, at which those who entered at 0 are at risk', () => {
    const { time, atRisk, events } = lifeTable(spells([0, -0, 2, 3], [1, 0, 1, 1], [0, 0, 0, 1]));
    expect([[...time], [...atRisk], [...events]]).toEqual([
      [0, 2, 3],
      [3, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('of nobody has no rows', () => expect(lifeTable(spells([], []))).toMatchObject({ units: 0, time: new Float64Array() }));

  it.each([
    ['leaves before it enters', 2, 4],
    ['leaves as it enters', 4, 4],
    ['leaves before it begins', -1, 0],
    ['never leaves', Infinity, 0],
    ['is nowhere', NaN, 0],
  ])('refuses a unit that %s', (_, exit, entry) =>
    expect(() => lifeTable(spells([5, exit], [1, 1], [0, entry]))).toThrow(/^unit 1 is observed from/),
  );

  it('counts as the definition does: #{entry < time ≤ exit}', () =>
    fc.assert(
      fc.property(anySpells, (units) => {
        const { time, atRisk, events, competing, censored } = lifeTable(units);
        const all = [...units.exit.keys()];
        const ended = (now: number, how: number) => all.filter((unit) => units.exit[unit] === now && units.outcome[unit] === how).length;
        expect([...time]).toEqual([...new Set(units.exit)].sort((a, b) => a - b));
        time.forEach((now, row) => {
          const present = all.filter((unit) => (units.entry[unit] === 0 || units.entry[unit]! < now) && now <= units.exit[unit]!);
          expect(atRisk[row]).toBe(present.length);
          expect([censored[row], events[row], competing[row]]).toEqual([0, 1, 2].map((how) => ended(now, how)));
        });
      }),
    ));
});
