import type { CohortKey, Durations } from '@kithline/graph';
import { groupsWanted } from './comparison.ts';
import { comparingCurves } from './curve-comparison.ts';
import type { Draft } from './draft.ts';
import { partition, unitsOf } from './durations.ts';
import { zoneNotes, type Frame } from './frame.ts';
import { gather } from './grouping.ts';
import { survivalSeries, type Reading, type SurvivalSeries } from './survival.ts';

type Asked = Readonly<{ by: string | undefined; compare: readonly [string, string] | undefined }>;

type Observed = Readonly<{
  durations: Durations;
  reading: Reading;
  /** With `--by cohort`. */
  label: ((key: CohortKey) => string) | undefined;
  /** Local calendars had a part in it. */
  local: boolean | undefined;
}>;

/** What all questions about durations have in common: figures and curves of all and of each group, and their comparison. */
export async function survivalDraft(asked: Asked, frame: Frame, observed: Observed): Promise<Omit<Draft, 'definition' | 'variant'>> {
  const { durations, reading, label, local } = observed;
  const gathered = gather(durations.groups, label, await groupsWanted(frame, asked));
  const units = unitsOf(durations);
  const pooled = survivalSeries(units, durations.groups, reading);
  const members = gathered.map(({ found }) => found);
  const parts = asked.by === undefined ? [] : partition(durations, units, members);
  const groups = parts.map((part, one) => ({ ...gathered[one]!, ...survivalSeries(part, members[one]!, reading) }));
  return {
    labels: { horizon: reading.horizon },
    shape: 'curve',
    columns: [],
    pooled,
    groups: asked.by === undefined ? null : groups,
    byCohort: label !== undefined,
    comparing: comparingCurves(groups, asked, { settings: frame.settings, horizon: reading.horizon }),
    notes: [...survivalNotes(pooled, durations, reading), ...zoneNotes(frame, local)],
  };
}

/** Codes of what is to be said beside the figures. Whoever never came back lapsed at 0: only of sessions that is worth a note. */
const survivalNotes = (
  { cells: [cell], estimated: { table } }: SurvivalSeries,
  { clustered }: Durations,
  { headline }: Reading,
): string[] => [
  ...(cell!.value === null ? ['follow_up_too_short'] : []),
  ...(headline !== 'survival' && table.time[0] === 0 && table.events[0]! > 0 ? ['tied_at_zero'] : []),
  ...(clustered ? ['independence_assumed'] : []),
];
