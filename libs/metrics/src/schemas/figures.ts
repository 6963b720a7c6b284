import { all, count, exactly, flag, id, listOf, moment, number, orNull, proportion, text, type Properties, type Schema } from './schema.ts';

/** METRICS C0.10. */
const figures: Properties = {
  value: number,
  ...all(number, 'lower', 'upper', 'order_lower', 'order_upper'),
  ...all(count, 'n', 'k', 'n_mature', 'n_immature', 'n_censored', 'n_noconsent'),
  suppressed: flag,
};

const provenance: Properties = {
  variant: orNull(text),
  V: moment,
  K: { type: 'number', minimum: 0 },
  definitionHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  policyVersion: { type: 'string', pattern: '^(none|named|public)/\\d+$' },
};

/** What a question adds to the shape that all answers have. */
export type Addition = Readonly<{
  question: string;
  description: string;
  /** Figures on top and in every group. */
  figures?: Properties;
  /** On top only. */
  labels?: Properties;
  /** Figures that not every variant has. */
  optional?: readonly string[];
  comparison?: Schema;
  rows: Schema;
}>;

/** The schema of one question's answer (QUESTIONS, answers). */
export function answerSchema({
  question,
  description,
  figures: added = {},
  labels = {},
  optional = [],
  comparison,
  rows,
}: Addition): Schema {
  const top = {
    question: { const: question },
    ...figures,
    ...added,
    ...labels,
    ...provenance,
    disclosure: { enum: ['none', 'named', 'public'] },
    notes: listOf({ type: 'string', pattern: '^[a-z_]+$' }),
  };
  const group = exactly({ group: id, masked: flag, cohort: text, ...figures, ...added, ...provenance }, ['cohort', ...optional]);
  return {
    ...exactly(
      {
        ...top,
        groups: listOf(group),
        comparison: comparison ? { anyOf: [{ type: 'null' }, comparison] } : { type: 'null' },
        rows: listOf(rows),
      },
      optional,
    ),
    description,
  };
}

const sides: Properties = { compared: id, baseline: id };

/** Newcombe's interval of the difference, Katz's of the relative difference. */
export const sharesCompared = exactly({
  ...sides,
  ...all({ type: ['number', 'null'], minimum: -1, maximum: 1 }, 'difference', 'lower', 'upper'),
  ...all(number, 'relative', 'relative_lower', 'relative_upper'),
  suppressed: flag,
});

/** The log-rank test, and of two groups how much sooner. */
export const curvesCompared = exactly({
  ...sides,
  ...all(count, 'chisq', 'df'),
  p: proportion,
  ...all(number, 'sooner', 'sooner_lower', 'sooner_upper'),
  ...all(count, 'draws', 'seed'),
  basis: { enum: ['median', 'rmst', null] },
  ...all(number, 'fixed_time_chisq', 'fixed_time_p', 'rmst_difference'),
  suppressed: flag,
});

/** Whose row it is: with `--by` only, but that figures in one row always name their group. */
export const owner: Properties = { group: id, masked: flag, cohort: orNull(text) };
export const ownerNames = Object.keys(owner);

export const rowFigures: Properties = { ...all(count, 'n', 'k'), ...all(proportion, 'value', 'lower', 'upper') };
