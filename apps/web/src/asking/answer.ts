/** What the screen reads of an answer (QUESTIONS.md says what else is in one). What is undefined or hidden is null. */

/** A share with its interval, its numerator `k` and its denominator `n`. */
export type Cell = Readonly<{
  value: number | null;
  lower: number | null;
  upper: number | null;
  n: number | null;
  k: number | null;
  n_immature?: number | null;
  n_censored?: number | null;
  n_noconsent?: number | null;
  suppressed: boolean;
}>;

/** One group of a question with `by`, with what latency adds (days). */
export type Group = Cell &
  Readonly<{ group: string | null; median?: number | null; median_lower?: number | null; median_upper?: number | null }>;

export type Comparison = Readonly<{
  compared: string | null;
  baseline: string | null;
  suppressed: boolean;
  difference?: number | null;
  lower?: number | null;
  upper?: number | null;
  relative?: number | null;
  relative_lower?: number | null;
  relative_upper?: number | null;
  sooner?: number | null;
  sooner_lower?: number | null;
  sooner_upper?: number | null;
  basis?: string | null;
  p?: number | null;
}>;

export type RetentionRow = Cell & Readonly<{ group?: string | null; cohort: string | null; period: number }>;

export type IncidenceRow = Readonly<{
  group?: string | null;
  time: number;
  at_risk: number | null;
  cif_session: number | null;
  cif_closed: number | null;
  event_free: number | null;
  lower: number | null;
  upper: number | null;
}>;

export type Answer<Row = unknown> = Cell &
  Readonly<{
    V: string;
    K: number;
    definitionHash: string;
    disclosure: string;
    notes: readonly string[];
    groups: readonly Group[];
    comparison: Comparison | null;
    rows: readonly Row[];
  }>;

export type LatencyAnswer = Answer<IncidenceRow> &
  Readonly<{
    median: number | null;
    median_lower: number | null;
    median_upper: number | null;
    n_competing: number | null;
    horizon: number;
  }>;

export type OutcomeAnswer = Answer &
  Readonly<{
    instrument: string;
    median: number | null;
    improved: number | null;
    mcid: number | null;
    deteriorated: number | null;
    baseline_nonresponders: number | null;
    improved_missing_unchanged: number | null;
    improved_missing_worse: number | null;
  }>;

/** What was recorded, as the question `events` tells it. */
export type EventRow = Readonly<{
  source: string;
  position: number;
  type: string;
  time: string;
  recordedAt: string;
  community: string | null;
  data: Readonly<Record<string, unknown>> | null;
}>;
