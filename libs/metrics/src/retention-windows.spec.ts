import { DAY } from '@kithline/touchpoints';
import { windowsOf } from './retention-windows.ts';
import { asked } from './testing/asked.ts';
import type { Raw } from './spelling/parse-question.ts';

const windows = (raw: Raw) => windowsOf(asked('retention', raw));

describe('The windows of retention', () => {
  it('are, bounded, half-open periods that are mature at their end', () =>
    expect(windows({ period: '7d', periods: '2' })).toEqual({
      calendar: null,
      windows: [
        { from: 0, to: 7 * DAY, closed: false, observe: [0, 7 * DAY] },
        { from: 7 * DAY, to: 14 * DAY, closed: false, observe: [7 * DAY, 14 * DAY] },
      ],
    }));

  it('are told by their first and their step where no number is given', () => {
    expect(windows({})).toEqual({
      calendar: 'week',
      windows: { first: { from: 0, to: 1, closed: false, observe: [0, 1] }, step: 1, most: 10_001 },
    });
    expect(windows({ variant: 'rolling.reached', period: '12h' })).toEqual({
      calendar: null,
      windows: { first: { from: 0, to: null, closed: false, observe: [0, 0] }, step: DAY / 2, most: 10_001 },
    });
  });

  it('are, rolling.reached, open to V and mature as soon as they begin', () =>
    expect(windows({ variant: 'rolling.reached', period: 'month', periods: '2' }).windows).toEqual([
      { from: 0, to: null, closed: false, observe: [0, 0] },
      { from: 1, to: null, closed: false, observe: [1, 1] },
    ]));

  it('are brackets in elapsed days', () =>
    expect(windows({ brackets: '0-1,7-30' })).toEqual({
      calendar: null,
      windows: [
        { from: 0, to: DAY, closed: false, observe: [0, DAY] },
        { from: 7 * DAY, to: 30 * DAY, closed: false, observe: [7 * DAY, 30 * DAY] },
      ],
    }));

  it.each<[string, Raw, number, Record<string, unknown>]>([
    [
      'to a horizon that ends with a period',
      { period: '7d', horizon: '35d' },
      6,
      { from: 35 * DAY, to: 35 * DAY, closed: true, observe: [0, 35 * DAY] },
    ],
    [
      'to a horizon within a period',
      { period: '7d', horizon: '30d' },
      5,
      { from: 28 * DAY, to: 30 * DAY, closed: true, observe: [0, 30 * DAY] },
    ],
    [
      'to the end of the last of so many',
      { period: '7d', periods: '3' },
      3,
      { from: 14 * DAY, to: 21 * DAY, closed: true, observe: [0, 21 * DAY] },
    ],
    [
      'to a horizon, so many of them',
      { period: '7d', periods: '2', horizon: '35d' },
      2,
      { from: 7 * DAY, to: 35 * DAY, closed: true, observe: [0, 35 * DAY] },
    ],
    ['to the end of the last calendar month', { period: 'month', periods: '3' }, 3, { from: 2, to: 3, closed: false, observe: [0, 3] }],
    ['to a horizon of whole calendar weeks', { period: 'week', horizon: '28d' }, 4, { from: 3, to: 4, closed: false, observe: [0, 4] }],
  ])('are, rolling.fixed, %s', (_, raw, count, last) => {
    const found = windows({ variant: 'rolling.fixed', ...raw }).windows as readonly unknown[];
    expect(found).toHaveLength(count);
    expect(found.at(-1)).toEqual(last);
  });
});
