import type { Cell, Draft, GroupSeries } from '../../draft.ts';
import { share } from '../../share.ts';

/** k of n, with what was left out. */
export const cell = (k: number, n: number, sides: Partial<Record<'n_immature' | 'n_censored' | 'n_noconsent', number>> = {}): Cell =>
  share(k, n, { n_immature: 0, n_censored: 0, n_noconsent: 0, ...sides });

/** What a metric found, a table of periods unless said otherwise. */
export const draft = (more: Partial<Draft>): Draft => ({
  definition: { metric: 'retention', version: 1, parameters: {} },
  variant: 'bounded',
  shape: 'periods',
  columns: ['n', 'k', 'value', 'lower', 'upper', 'n_immature'],
  pooled: { cells: [] },
  groups: null,
  byCohort: false,
  comparing: undefined,
  notes: [],
  ...more,
});

export const group = (name: string | null, ...cells: readonly Cell[]): GroupSeries => ({ group: name, masked: false, cohort: null, cells });
/** What is left of a hidden cell. */
export const hidden = { value: null, lower: null, upper: null, n: null, k: null, n_mature: null, suppressed: true };
