import type { Statistic } from './draft.ts';
import { median } from './statistics/index.ts';
import { thresholdOf, type Threshold } from './thresholds.ts';

/** The score before, and the one after where there is one. */
export type Pair = Readonly<{ before: number; after: number | null }>;

type Answered = Readonly<{ before: number; change: number }>;

/**
 * What the changes say (METRICS C10); all but the medians are null where the instrument has no entry in the table of thresholds, since
 * neither the size of a meaningful change nor its direction is known then. `baseline_nonresponders` is the median score before of those
 * without one after. A fall from a score of 0 is none, so it is never important.
 */
export function changeStatistics(pairs: readonly Pair[], instrument: string): Readonly<Record<string, Statistic>> {
  const answered = pairs.flatMap(({ before, after }) => (after === null ? [] : [{ before, change: after - before }]));
  const silent = pairs.filter(({ after }) => after === null);
  return {
    median: { value: median(answered.map(({ change }) => change)), of: answered.length },
    ...shares(answered, silent.length, thresholdOf(instrument)),
    baseline_nonresponders: { value: median(silent.map(({ before }) => before)), of: silent.length },
    ...sensitivity(answered, silent.length, thresholdOf(instrument)),
  };
}

const undefinedShare: Statistic = { value: null, of: 0 };

/** A share of `some` in `all`, from which either count could be worked out. */
const shareOf = (some: number, all: number, betrays: readonly number[]): Statistic => ({
  value: all === 0 ? null : some / all,
  of: all,
  betrays,
});

const isImproved =
  ({ reliableChange }: Threshold) =>
  ({ change }: Answered): boolean =>
    change <= -reliableChange;

function shares(answered: readonly Answered[], silent: number, threshold: Threshold | undefined): Record<string, Statistic> {
  if (!threshold) return { improved: undefinedShare, mcid: undefinedShare, deteriorated: undefinedShare };
  const all = answered.length;
  const improved = answered.filter(isImproved(threshold)).length;
  const noticed = answered.filter(({ before, change }) => change < 0 && change <= -threshold.important * before).length;
  const deteriorated = answered.filter(({ change }) => change >= threshold.reliableChange).length;
  return {
    improved: shareOf(improved, all, [improved, all - improved, all + silent - improved]),
    mcid: shareOf(noticed, all, [noticed, all - noticed]),
    deteriorated: shareOf(deteriorated, all, [deteriorated, all - deteriorated]),
  };
}

/**
 * The share improved if those without a score after had not changed, and if each had got worse by RC. Either is over all units; since
 * neither makes anybody better, the two agree: they bound `improved` from below, as the worst case does. By its ratio to `improved` either
 * tells how many did not answer.
 */
function sensitivity(answered: readonly Answered[], silent: number, threshold: Threshold | undefined): Record<string, Statistic> {
  const names = ['improved_missing_unchanged', 'improved_missing_worse'];
  if (!threshold) return Object.fromEntries(names.map((name) => [name, undefinedShare]));
  const imputed = [0, threshold.reliableChange];
  const betrayed = answered.filter(isImproved(threshold)).length;
  return Object.fromEntries(
    names.map((name, which) => {
      const missing = Array.from({ length: silent }, (): Answered => ({ before: 0, change: imputed[which]! }));
      const improved = [...answered, ...missing].filter(isImproved(threshold)).length;
      const all = answered.length + silent;
      return [name, shareOf(improved, all, [betrayed, answered.length - betrayed, all - betrayed, silent])];
    }),
  );
}
