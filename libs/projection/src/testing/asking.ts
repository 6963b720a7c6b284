import { InMemoryGraphStore, type ReferralGraph } from '@kithline/graph';
import { InMemoryEventLog } from '@kithline/log';
import { DAY, type TouchpointEvent } from '@kithline/touchpoints';
import { catchUp } from '../follow.ts';

const validAt = Date.UTC(2026, 5, 1);
export const runs = { numRuns: 60 };

export async function logOf(events: readonly TouchpointEvent[]): Promise<InMemoryEventLog> {
  const log = new InMemoryEventLog();
  for (const event of events) await log.record([event]);
  return log;
}

export async function storeOf(log: InMemoryEventLog, upTo?: number): Promise<InMemoryGraphStore> {
  const store = new InMemoryGraphStore();
  await catchUp(log, store, upTo);
  return store;
}

/** What several questions get for an answer: enough that graphs which agree in it agree. */
export async function answers(graph: ReferralGraph): Promise<unknown> {
  const days = new Map([[null, Float64Array.from({ length: 400 }, (_, day) => Date.UTC(2025, 11, 1) + day * DAY)]]);
  const scope = { validAt, purposes: ['outcome_stats'] as const, by: 'community' as const };
  const window = { from: 0, to: 14 * DAY, closed: false, observe: [0, 14 * DAY] as const };
  const latencies = await graph.latencies({ ...scope, from: 'made', session: 1, clock: 'continue', days });
  const persons = ['ana', 'ben', 'cat', 'dov'];
  const known = await Promise.all(persons.map((person) => graph.knows(person, validAt)));
  return {
    returns: await graph.returns({
      ...scope,
      start: { type: 'MemberJoined' },
      returns: [{ type: 'TouchpointRecorded' }],
      entry: 'first',
      unit: 'person',
      cohorts: { elapsed: 7 * DAY },
      windows: [window],
      list: true,
    }),
    latencies: {
      groups: latencies.groups,
      units: Array.from(latencies.exit, (exit, i) =>
        [latencies.groups[latencies.group[i]!]!.group, exit, latencies.outcome[i]].join(),
      ).sort(),
    },
    known,
    chains: await Promise.all(persons.filter((_, i) => known[i]).map((person) => graph.chain({ validAt, person }))),
    communities: await graph.communities(validAt),
  };
}

/** Groups and cohorts are told apart by their labels; the order in which they were met is nobody's business. */
export const inAnyOrder = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .map(inAnyOrder)
      .map((item) => JSON.stringify(item))
      .sort();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inAnyOrder(item)]));
};
