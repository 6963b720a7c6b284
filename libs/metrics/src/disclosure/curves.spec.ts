import type { Curve } from '../draft.ts';
import { showCurve } from './curves.ts';
import { policies } from './policies.ts';

describe('A curve', () => {
  const curveOf = (...steps: readonly (readonly [time: number, atRisk: number])[]): Curve => ({
    time: Float64Array.from(steps, ([time]) => time),
    at_risk: Int32Array.from(steps, ([, atRisk]) => atRisk),
    events: steps.map(() => 1),
    competing: steps.map(() => 0),
    censored: steps.map(() => 0),
    survival: steps.map(([, atRisk]) => atRisk / 100),
    se: steps.map(() => 0.1),
    lower: steps.map(() => null),
    upper: steps.map(() => 1),
  });
  const curve = curveOf([0, 30], [1.2, 20], [1.9, 15], [2.5, 12], [2.7, 10], [3, 11], [5, 9]);

  it('is whole under none', () => {
    const { rows, cut } = showCurve(curve, policies.none);
    expect(cut).toBe(false);
    expect(rows).toHaveLength(7);
    expect(rows[1]).toEqual({
      time: 1.2,
      at_risk: 20,
      events: 1,
      competing: 0,
      censored: 0,
      survival: 0.2,
      se: 0.1,
      lower: null,
      upper: 1,
    });
  });

  it('shows of its steps the time, the curve and its band only', () => {
    const { rows, cut } = showCurve(curve, policies.named);
    expect(cut).toBe(false);
    expect(rows[1]).toEqual({
      time: 1.2,
      at_risk: null,
      events: null,
      competing: null,
      censored: null,
      survival: 0.2,
      se: null,
      lower: null,
      upper: 1,
    });
  });

  it('ends at the last time with k at risk, and in public is shown at the end of whole days that are shown whole', () => {
    const { rows, cut } = showCurve(curve, policies.public);
    expect(rows.map(({ time, survival }) => [time, survival])).toEqual([
      [0, 0.3],
      [2, 0.15],
      [3, 0.11],
    ]);
    expect(cut).toBe(true);
    expect(showCurve(curveOf([1, 20], [1.5, 12], [1.6, 9]), policies.public).rows.map(({ time }) => time)).toEqual([1]);
  });
});
