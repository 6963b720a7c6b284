import type { components, paths } from './generated/api.d.ts';

/** The questions of the screen, by name. */
export type QuestionName = 'retention' | 'latency' | 're-referral' | 'conversion' | 'outcome-change';

/** What the api answers, from its OpenAPI document. What is undefined or hidden is null. */
export type AnswerTo<Name extends QuestionName> = Readonly<components['schemas'][`Answer-${Name}`]>;
export type Answer = AnswerTo<QuestionName>;
export type OptionsOf<Name extends QuestionName> = NonNullable<paths[`/v1/${Name}`]['get']['parameters']['query']>;

/** A share with its interval, its numerator `k` and its denominator `n`, wherever it stands in an answer. */
export type Cell = Readonly<
  Pick<AnswerTo<'conversion'>, 'value' | 'lower' | 'upper' | 'n' | 'k' | 'suppressed'> & { n_immature?: number | null }
>;

/** One group of a question with `by`. */
export type Group = Cell & Readonly<{ group: string | null }>;

export type Comparison = NonNullable<AnswerTo<'conversion'>['comparison']>;
export type RetentionRow = Extract<AnswerTo<'retention'>['rows'][number], { period: number | null }>;
export type IncidenceRow = Extract<AnswerTo<'latency'>['rows'][number], { cif_session: number | null }>;

/** The rows of a table, which those of a curve are not. */
export const retentionRows = ({ rows }: Pick<AnswerTo<'retention'>, 'rows'>): RetentionRow[] => rows.filter((row) => 'period' in row);
/** The rows of the cumulative incidence, which those of Kaplan and Meier are not. */
export const incidenceRows = ({ rows }: Pick<AnswerTo<'latency'>, 'rows'>): IncidenceRow[] => rows.filter((row) => 'cif_session' in row);

export type EventsAnswer = Readonly<components['schemas']['Answer-events']>;
/** What was recorded. */
export type EventRow = EventsAnswer['rows'][number];
