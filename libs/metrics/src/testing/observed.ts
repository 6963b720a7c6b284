import type { ReferralGraph } from '@kithline/graph';

/** A graph that was observed to say just this: what is not in the table was not to be asked. */
export function observed(table: Partial<Omit<ReferralGraph, 'position' | 'recordedAt'>>): ReferralGraph {
  const unasked = (): Promise<never> => Promise.reject(new Error('this was not to be asked'));
  return {
    position: 42,
    recordedAt: Date.parse('2026-04-01T00:00:00Z'),
    communities: () => Promise.resolve([{ id: 'west', timeZone: 'Europe/Vienna' }]),
    span: () => Promise.resolve({ from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2026-03-31T00:00:00Z') }),
    knows: unasked,
    returns: unasked,
    lapses: unasked,
    latencies: unasked,
    reReferrals: unasked,
    conversions: unasked,
    outcomes: unasked,
    chain: unasked,
    introduced: unasked,
    paths: unasked,
    ...table,
  };
}
