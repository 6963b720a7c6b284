/** An answer as it is printed: the JSON that programs read (QUESTIONS, answers). */
export type Answer = Readonly<Record<string, unknown>>;

/** What stands for a figure that is not defined, and for one that is hidden. */
export const UNDEFINED = '–';
export const HIDDEN = '*';

/** Figures between 0 and 1, and differences of them, that are read in per cent. */
const shares = new Set([
  ...['value', 'lower', 'upper', 'survival', 'cif_session', 'cif_closed', 'event_free', 'shrunk', 'se'],
  ...['improved', 'mcid', 'deteriorated', 'improved_missing_unchanged', 'improved_missing_worse'],
  ...['difference', 'relative', 'relative_lower', 'relative_upper', 'sooner', 'sooner_lower', 'sooner_upper'],
]);
/** Of a row that is hidden, what is hidden of it (METRICS C0.7). */
const hideable = new Set(['value', 'lower', 'upper', 'n', 'k', 'n_mature', 'shrunk', 'median']);

/** `12,345`. Intl takes longer to load than most questions take to answer. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A figure as people read it, by the name of its field: shares in per cent, counts with commas, times with up to two decimals. */
export function figure(name: string, value: unknown, suppressed = false): string {
  if (typeof value === 'number') return numberOf(name, value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return suppressed && hideable.has(name) ? HIDDEN : UNDEFINED;
}

function numberOf(name: string, value: number): string {
  if (shares.has(name)) return `${(value * 100).toFixed(1)} %`;
  if (name === 'seed') return String(value);
  if (name === 'p' || name.endsWith('_p')) return value < 0.001 ? value.toExponential(2) : value.toFixed(4);
  if (Number.isInteger(value)) return grouped(value);
  return value.toFixed(2);
}

/** `29.1 – 47.8 %` */
export function interval(lower: unknown, upper: unknown): string | undefined {
  if (typeof lower !== 'number' && typeof upper !== 'number') return undefined;
  const end = (value: unknown): string => (typeof value === 'number' ? (value * 100).toFixed(1) : '…');
  return `${end(lower)} – ${end(upper)} %`;
}

const renamed: Readonly<Record<string, string>> = {
  rmst: 'restricted mean',
  rmst_se: 'its standard error',
  q25: 'first quartile',
  q75: 'third quartile',
  mcid: 'minimal important change',
  chisq: 'chi-square',
  se: 'standard error',
};

/** The words of a field's name: `n_immature` → `immature`, `median_lower` → `median lower`. */
export const words = (name: string): string => renamed[name] ?? name.replace(/^n_/, '').replaceAll('_', ' ');
