import type { CohortKey, LocalPeriods } from '@kithline/graph';
import type { Bucketing } from './calendars/calendars.ts';
import type { Frame } from './frame.ts';
import { elapsed, type Period } from './spelling/durations.ts';

/** Cohorts of one unit of entry: their boundaries, for the graph, and what they are called. */
export type Cohorts = Readonly<{
  boundaries: LocalPeriods | Readonly<{ elapsed: number }>;
  label: (key: CohortKey) => string;
  /** Boundaries are those of local calendars. */
  local: boolean;
}>;

export function cohortsOf({ calendars }: Frame, unit: Period): Cohorts {
  const by: Bucketing = typeof unit === 'string' ? unit : { elapsed: elapsed(unit) };
  return { boundaries: calendars.cohorts(by), label: (key) => calendars.label(by, key), local: typeof by === 'string' };
}

/** One cohort for all, where nothing depends on cohorts. */
export const everybody: Cohorts = { boundaries: { elapsed: Number.MAX_SAFE_INTEGER }, label: () => '', local: false };

type Grouped = Readonly<{ by: string | undefined; cohort: Period | undefined }>;

/** The cohorts of a question that asks for them with `--by cohort`, by month unless it says otherwise; else undefined. */
export const cohortsAsked = (frame: Frame, { by, cohort }: Grouped): Cohorts | undefined =>
  by === 'cohort' ? cohortsOf(frame, cohort ?? 'month') : undefined;
