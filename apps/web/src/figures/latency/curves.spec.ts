import { incidenceRows } from '../../asking/answer.ts';
import { step, waited } from '../../testing/answers.ts';
import { atRiskAt, curvesOf, lastDay, sampled, stepAt, stepsIn } from './curves.ts';

const rows = incidenceRows(
  waited([step('introduced', 10.5, 0.2, 100), step('introduced', 40, 0.5, 60), step('directory', 20, 0.1, null)], {}),
);
const curves = curvesOf(rows, ['introduced', 'directory', 'outreach']);
const [introduced, directory] = curves;

describe('A curve of incidence', () => {
  it('is there for every group that has one', () => {
    expect(curves.map(({ group }) => group)).toEqual(['introduced', 'directory']);
  });

  it('begins at nobody, steps at its times and ends where its rows do', () => {
    expect([0, 10, 11, 40, 41].map((day) => introduced && stepAt(introduced, day)?.value)).toEqual([0, 0, 0.2, 0.5, undefined]);
  });

  it('tells who was still waiting, also before the first row', () => {
    expect([0, 11, 40, 41].map((day) => introduced && atRiskAt(introduced, day))).toEqual([100, 60, 60, 0]);
  });

  it('does not tell who was waiting when that is hidden', () => {
    expect([0, 50].map((day) => directory && atRiskAt(directory, day))).toEqual([null, null]);
  });

  it('is numbers that can move and be read as steps again', () => {
    const numbers = sampled(curves);
    expect(numbers).toHaveLength(2 * 3 * (lastDay + 1));
    expect(stepsIn(numbers, 1).at(-1)).toEqual({ time: 20, value: 0.1, lower: 0.05, upper: 0.12 });
  });
});
