import * as fc from 'fast-check';
import { medianLimits, medianMidpoint, timeBy } from './curve-times.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { lifeTable } from './life-table.ts';
import { rmst } from './rmst.ts';
import { survivalAt } from './survival-at.ts';
import { anySpells } from './testing/any-spells.ts';
import { delayed, latency, spells } from './testing/known-spells.ts';

const curve = kaplanMeier(lifeTable(latency));
const at = (time: number, { survival, table } = curve) => survival[table.time.indexOf(time)]!;

describe('Kaplan–Meier', () => {
  it.each([
    [3, 0.933333],
    [5, 0.866667],
    [7, 0.794444],
    [10, 0.715],
    [14, 0.53625],
    [21, 0.429],
    [30, 0.286],
  ])('is at day %d of the latency set %d', (day, left) => expect(at(day)).toBeCloseTo(left, 6));

  it('has at day 14 a standard error of .142495 and the band [.237555, .763255]', () => {
    const row = curve.table.time.indexOf(14);
    expect(curve.se(row)).toBeCloseTo(0.142495, 6);
    expect(curve.lower(row)).toBeCloseTo(0.237555, 6);
    expect(curve.upper(row)).toBeCloseTo(0.763255, 6);
  });

  it.each([
    [7, 0.743802],
    [14, 0.464876],
    [21, 0.371901],
    [30, 0.247934],
  ])('with delayed entry is at day %d %d', (day, left) => expect(at(day, kaplanMeier(lifeTable(delayed)))).toBeCloseTo(left, 6));

  it('has no band where all or none are left', () => {
    const { survival, se, lower, upper } = kaplanMeier(lifeTable(spells([1, 2, 3], [0, 1, 1])));
    expect([...survival]).toEqual([1, 0.5, 0]);
    const rows = [0, 1, 2];
    expect(rows.map(se)).toEqual([0, expect.any(Number), null]);
    expect([rows.map(lower), rows.map(upper)]).toEqual(Array(2).fill([null, expect.any(Number), null]));
  });

  it('never rises, and stays within its band', () =>
    fc.assert(
      fc.property(anySpells, (units) => {
        const { survival, lower, upper } = kaplanMeier(lifeTable(units));
        survival.forEach((left, row) => {
          expect(left).toBeLessThanOrEqual(row === 0 ? 1 : survival[row - 1]!);
          const [below, above] = [lower(row), upper(row)];
          if (below !== null) expect(below <= left && left <= above!).toBe(true);
        });
      }),
    ));
});

describe('Times read off the curve', () => {
  it('are a quartile of 10 and a median of 21 days in the latency set', () =>
    expect([timeBy(curve, 0.25), timeBy(curve, 0.5)]).toEqual([10, 21]));
  it('are unknown where the curve does not fall so far', () => expect(timeBy(curve, 0.75)).toBeNull());

  it('are not missed by a running product that comes a hair short of a half', () => {
    // 1 · 5/6 · 4/5 · 3/4 · … of six events: 0.5 is reached at the third in arithmetic, not in doubles
    const halves = Array.from({ length: 60 }, (_, index) => index + 2).filter((half) => {
      const all = kaplanMeier(
        lifeTable(
          spells(
            Array.from({ length: 2 * half }, (_, day) => day + 1),
            Array<number>(2 * half).fill(1),
          ),
        ),
      );
      return timeBy(all, 0.5) !== half;
    });
    expect(halves).toEqual([]);
  });

  it('has limits of the median where the band falls to a half', () => expect(medianLimits(curve)).toEqual({ lower: 7, upper: null }));

  it('names the middle of a flat stretch at a half, which R calls the median', () => {
    const flat = kaplanMeier(lifeTable(spells([1, 2, 5, 9], [1, 1, 0, 1])));
    expect([timeBy(flat, 0.5), medianMidpoint(flat)]).toEqual([2, 5.5]);
  });

  it('ends a flat stretch at a half with the follow-up', () => {
    const flat = kaplanMeier(lifeTable(spells([1, 2, 5, 9], [1, 1, 0, 0])));
    expect(medianMidpoint(flat)).toBe(5.5);
  });

  it('names no middle where the curve steps over a half', () => expect(medianMidpoint(curve)).toBeNull());
  it('names no middle where the curve stays above a half', () =>
    expect(medianMidpoint(kaplanMeier(lifeTable(spells([1, 2, 3], [1, 0, 0]))))).toBeNull());
});

describe('The restricted mean', () => {
  it('of the latency set up to day 30 is 19.458083, standard error 2.844764', () =>
    expect(rmst(curve, 30)).toEqual({ value: expect.closeTo(19.458083, 6), se: expect.closeTo(2.844764, 6) }));

  it('is unknown when nobody was observed for so long', () => expect(rmst(curve, 34)).toBeNull());
  it('is known beyond the last exit when nobody is left', () =>
    expect(rmst(kaplanMeier(lifeTable(spells([1, 3], [1, 1]))), 10)?.value).toBeCloseTo(2, 12));
  it('is the whole time before the first event', () => expect(rmst(curve, 2)).toEqual({ value: 2, se: 0 }));
});

describe('Survival at a time', () => {
  it('is that of the last row before it, with its band', () =>
    expect(survivalAt(curve, 18)).toEqual({ value: at(14), lower: expect.closeTo(0.237555, 6), upper: expect.closeTo(0.763255, 6) }));
  it('is 1 before the first row', () => expect(survivalAt(curve, 1)).toEqual({ value: 1, lower: null, upper: null }));
  it('is unknown when the follow-up is too short', () => expect(survivalAt(curve, 33.001)).toBeNull());
  it('is unknown of nobody', () => expect(survivalAt(kaplanMeier(lifeTable(spells([], []))), 30)).toBeNull());
  it('is 0 for ever once nobody is left', () =>
    expect(survivalAt(kaplanMeier(lifeTable(spells([1], [1]))), 30)).toEqual({ value: 0, lower: null, upper: null }));
});
