import { type Disclosure, disclosures } from '../asking/question.ts';
import { type Period, periods } from '../asking/questions.ts';

/** What is looked at: all of it stands in the address, so that a view can be shared. Left out means: as the page opens. */
export type View = Readonly<{
  /** V, an RFC 3339 instant. */
  validAt: string | undefined;
  /** K, a position; undefined follows the newest. */
  knownAt: number | undefined;
  /** Undefined: whatever goes with the network. */
  disclosure: Disclosure | undefined;
  community: string | undefined;
  /** In which periods coming back is counted. */
  period: Period;
}>;

const names = { validAt: 'valid-at', knownAt: 'known-at', disclosure: 'disclosure', community: 'community', period: 'period' } as const;

/** Reads the address; what it does not understand counts as left out. */
export function viewOf(search: URLSearchParams): View {
  const validAt = search.get(names.validAt) ?? '';
  const knownAt = search.get(names.knownAt) ?? '';
  return {
    validAt: isInstant(validAt) ? validAt : undefined,
    knownAt: /^\d{1,15}$/.test(knownAt) ? Number(knownAt) : undefined,
    disclosure: disclosures.find((disclosure) => disclosure === search.get(names.disclosure)),
    community: search.get(names.community) || undefined,
    period: periods.find((period) => period === search.get(names.period)) ?? 'month',
  };
}

/** As the page itself writes one. `Date` alone would make 2 March of a 30 February. */
function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && instant(at) === text;
}

/** Writes the address; what is as the page opens is left out. */
export function searchOf({ validAt, knownAt, disclosure, community, period }: View): URLSearchParams {
  const said = {
    [names.validAt]: validAt,
    [names.knownAt]: knownAt === undefined ? undefined : String(knownAt),
    [names.community]: community,
    [names.disclosure]: disclosure,
    [names.period]: period === 'month' ? undefined : period,
  };
  return new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** An RFC 3339 instant in UTC, without milliseconds where there are none. @param at milliseconds since 1970 */
export const instant = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
