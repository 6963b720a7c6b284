import { curvesCross } from './curves-cross.ts';
import { fixedTimeTest } from './fixed-time-test.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { lifeTable } from './life-table.ts';
import { community, directory, spells } from './testing/known-spells.ts';

const curveOf = (units: typeof community) => kaplanMeier(lifeTable(units));
const [a, b] = [curveOf(community), curveOf(directory)];

describe('The test at a fixed time', () => {
  it('of the two arms at day 14 has χ² .791517, p .373642', () =>
    expect(fixedTimeTest(a, b, 14)).toEqual({ chisq: expect.closeTo(0.791517, 6), df: 1, p: expect.closeTo(0.373642, 6) }));

  it('is undefined before either curve has fallen', () => expect(fixedTimeTest(a, b, 3)).toBeNull());
  it('is undefined once a curve is at 0', () => expect(fixedTimeTest(a, curveOf(spells([2, 4], [1, 1])), 14)).toBeNull());
  it('is undefined when the follow-up of one is too short', () =>
    expect(fixedTimeTest(a, curveOf(spells([2, 4, 5], [1, 0, 0])), 14)).toBeNull());
});

describe('Two curves', () => {
  it('do not cross when one is never below the other', () => expect(curvesCross(a, b)).toBe(false));
  it('cross when each is above the other at some time', () => {
    const early = curveOf(spells([1, 2, 30, 30], [1, 1, 0, 0]));
    const late = curveOf(spells([10, 11, 12, 30], [1, 1, 1, 0]));
    expect([curvesCross(early, late), curvesCross(late, early)]).toEqual([true, true]);
  });
  it('do not cross by being the same', () => expect(curvesCross(a, a)).toBe(false));
  it('do not cross after the follow-up of one of them', () => {
    const short = curveOf(spells([1, 5], [1, 0]));
    expect(curvesCross(short, curveOf(spells([6, 7, 8], [1, 1, 1])))).toBe(false);
  });
});
