import type { Definition } from './definition.ts';

/** A statistic beside the figure: of how many units it is, and which counts could be worked out from it. */
export type Statistic = Readonly<{ value: number | null; of: number; betrays?: readonly number[] }>;

/**
 * One figure with what it stands on (METRICS C0.10). `n` is the denominator of `value`, `k` its numerator; `sides` counts what was left
 * out of both (`n_immature`, `n_censored` …), null where it does not apply.
 */
export type Cell = Readonly<{
  value: number | null;
  lower: number | null;
  upper: number | null;
  n: number;
  k: number;
  /** Null where maturity does not apply: survival estimates lose nobody to it. */
  n_mature: number | null;
  sides: Readonly<Record<string, number | null>>;
  statistics?: Readonly<Record<string, Statistic>>;
  /** Further counts that could be worked out from `value`: it is hidden where one of them is small. */
  betrays?: readonly number[];
  /** The persons counted in k, where they were asked for. */
  persons?: readonly (string | null)[];
}>;

/**
 * A curve in columns, one entry a step: `time` in days, `at_risk`, counts of what happened then, the estimates. Rows are made of those
 * steps only that are shown: there may be as many as units. What takes long to work out is a function of the step for the same reason.
 */
export type Curve = Readonly<{ time: Float64Array; at_risk: Int32Array } & Record<string, Column>>;
type Column = ArrayLike<number | null> | ((step: number) => number | null);

/** The figures of all units, or of one group: one a period, or one in all; and the curve where there is one. */
export type Series = Readonly<{ cells: readonly Cell[]; curve?: Curve }>;

export type GroupSeries = Series &
  Readonly<{
    group: string | null;
    masked: boolean;
    /** The label of the cohort, which is then the group too; null without `--by cohort`. */
    cohort: string | null;
  }>;

/** A comparison of groups: numbers, and words such as `basis`. */
export type Contrast = Readonly<Record<string, number | string | null>>;

/**
 * Which groups are compared, as indices into `groups`, and how, for the cells of a period. Of the codes beside it, `findings` tell something
 * of the groups, as its numbers do.
 */
export type Comparing = Readonly<{
  sides: readonly number[];
  contrast: (period: number) => Contrast;
  notes: readonly string[];
  findings: readonly string[];
}>;

/** What a metric found, all of it: disclosure decides what of it may be said. */
export type Draft = Readonly<{
  definition: Definition;
  variant: string | null;
  /** Words and settings that are told beside the figure: the reading, the horizon. */
  labels?: Readonly<Record<string, string | number | null>>;
  /**
   * `periods`: a table of periods; `figure`: one cell; `curve`: one cell, and the curve it is read from.
   */
  shape: 'periods' | 'figure' | 'curve';
  /** What a row of a table shows, in order, besides whose it is. */
  columns: readonly string[];
  pooled: Series;
  /** Null without `--by`. */
  groups: readonly GroupSeries[] | null;
  byCohort: boolean;
  comparing: Comparing | undefined;
  notes: readonly string[];
}>;
