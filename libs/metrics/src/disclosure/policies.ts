/**
 * Who may read an answer decides what it hides (METRICS C0.7): counts from 1 to k − 1, rates that betray one, statistics of fewer than k
 * and the tails of curves; with a base above 1 shown counts are rounded to it.
 */
export type Policy = Readonly<{
  name: string;
  /** What `policyVersion` says: raised by hand whenever a rule or a number of the policy changes. */
  version: string;
  /** The smallest count that is shown; 0 hides nothing. */
  k: number;
  /** Shown counts are rounded to multiples of it; 1 leaves them as they are. */
  base: number;
  /** Steps of curves are shown at the end of whole days. */
  wholeDays: boolean;
}>;

export const policies = {
  none: { name: 'none', version: 'none/1', k: 0, base: 1, wholeDays: false },
  named: { name: 'named', version: 'named/2', k: 5, base: 1, wholeDays: false },
  public: { name: 'public', version: 'public/2', k: 11, base: 1, wholeDays: true },
} as const satisfies Record<string, Policy>;

export const policyNames = ['none', 'named', 'public'] as const;
