import * as fc from 'fast-check';
import { aalenJohansen, incidenceAt } from './aalen-johansen.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { lifeTable, type LifeTable } from './life-table.ts';
import { anySpells, anySpellsFromStart } from './testing/any-spells.ts';
import { latency, spells } from './testing/known-spells.ts';

const table = lifeTable(latency);
const curve = aalenJohansen(table);

/** Aalen's variance at a row, each square written out: Σ w₁(1 − F/S)² + w₂(F/S)² over the rows up to it. */
function varianceAt(row: number, { events, competing, atRisk }: LifeTable, { cifSession, eventFree }: typeof curve): number {
  let sum = 0;
  for (let j = 0; j <= row; j++) {
    const [n, before, after] = [atRisk[j]!, j === 0 ? 1 : eventFree[j - 1]!, eventFree[j]!];
    const spread = (d: number) => (d === 0 ? 0 : (before ** 2 * (d / n ** 2) * (n - d + Number(d === 1 && n === 1))) / Math.max(1, n - 1));
    const share = after === 0 ? 0 : (cifSession[row]! - cifSession[j]!) / after;
    sum += spread(events[j]!) * (1 - share) ** 2 + spread(competing[j]!) * share ** 2;
  }
  return sum;
}

describe('Aalen–Johansen', () => {
  it.each([
    [7, 0.205556],
    [14, 0.440278],
    [21, 0.521528],
    [30, 0.629861],
  ])('says that by day %d of the latency set %d had a first session', (day, share) =>
    expect(incidenceAt(curve, day)?.value).toBeCloseTo(share, 6),
  );

  it('says that .153472 were closed without one', () => expect(curve.cifClosed.at(-1)).toBeCloseTo(0.153472, 6));

  it.each([
    [3, 0.06666666666666667],
    [7, 0.11032102883345611],
    [14, 0.1436338878392828],
    [30, 0.16008591131170888],
  ])('has at day %d the standard error that cmprsk has, %d', (day, se) => expect(curve.se[table.time.indexOf(day)]).toBeCloseTo(se, 12));

  it('has the band F^exp(±z·se/(F·ln F))', () => {
    const [share, se] = [curve.cifSession.at(-1)!, curve.se.at(-1)!];
    const reach = Math.exp((1.959963984540054 * se) / (share * Math.log(share)));
    const { lower, upper } = incidenceAt(curve, 30)!;
    expect([lower, upper]).toEqual([expect.closeTo(share ** (1 / reach), 12), expect.closeTo(share ** reach, 12)]);
  });

  it('has nearly the variance of a share when nobody is censored', () => {
    const units = Array.from({ length: 1000 }, (_, unit) => unit + 1);
    const all = lifeTable(
      spells(
        units,
        units.map((unit) => (unit % 3 === 0 ? 2 : 1)),
      ),
    );
    const { cifSession, se } = aalenJohansen(all);
    const [share, error] = [cifSession[599]!, se[599]!];
    expect(share).toBeCloseTo(0.4, 12);
    expect(error / Math.sqrt((0.4 * 0.6) / 1000)).toBeCloseTo(1, 2);
  });

  it('has no band where nobody or everybody had a session', () => {
    const { cifSession, lower, upper } = aalenJohansen(lifeTable(spells([1, 2, 3, 4, 5, 6, 7], [0, 1, 1, 1, 1, 1, 1])));
    expect([cifSession[0], cifSession.at(-1)]).toEqual([0, 1]);
    expect([lower(0), upper(0), lower(6), upper(6)]).toEqual([null, null, null, null]);
  });

  it('is unknown when the follow-up is too short', () => expect(incidenceAt(curve, 34)).toBeNull());
  it('is known at any time when the last unit came to some end', () =>
    expect(incidenceAt(aalenJohansen(lifeTable(spells([1, 2], [1, 2]))), 99)?.value).toBe(0.5));
  it('is 0 before the first row', () => expect(incidenceAt(curve, 1)).toEqual({ value: 0, lower: null, upper: null }));

  it('adds up to 1 with what was closed and what is event-free', () =>
    fc.assert(
      fc.property(anySpells, (units) => {
        const { cifSession, cifClosed, eventFree } = aalenJohansen(lifeTable(units));
        cifSession.forEach((share, row) => expect(share + cifClosed[row]! + eventFree[row]!).toBeCloseTo(1, 12));
      }),
    ));

  it('is never above 1 − Kaplan–Meier, which takes closures for censorings', () =>
    fc.assert(
      fc.property(anySpells, (units) => {
        const { survival } = kaplanMeier(lifeTable(units));
        aalenJohansen(lifeTable(units)).cifSession.forEach((share, row) => expect(share).toBeLessThanOrEqual(1 - survival[row]! + 1e-12));
      }),
    ));

  it('is 1 − Kaplan–Meier when nothing competes', () =>
    fc.assert(
      fc.property(anySpells, ({ entry, exit, outcome }) => {
        const alone = lifeTable({ entry, exit, outcome: outcome.map((how) => how % 2) });
        const { survival } = kaplanMeier(alone);
        aalenJohansen(alone).cifSession.forEach((share, row) => expect(share).toBeCloseTo(1 - survival[row]!, 12));
      }),
    ));

  it('has the variance that its formula has when each square is written out', () =>
    fc.assert(
      fc.property(anySpellsFromStart, (units) => {
        const any = lifeTable(units);
        const estimated = aalenJohansen(any);
        estimated.se.forEach((se, row) => expect(se ** 2).toBeCloseTo(varianceAt(row, any, estimated), 12));
      }),
    ));
});
