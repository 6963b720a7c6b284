import { amendmentDecider } from '../amendment/decide.ts';
import { factOf } from '../decider/fact.ts';
import type { TouchpointEvent } from '../event.ts';
import { streamKind } from '../wire/stream.ts';
import { deciders, type Judge } from './deciders.ts';
import { historyOf, isAmendment } from './history-of.ts';

/**
 * The codes of the rules that the events of one stream (given in the order of their positions, in the newest versions) break, one for
 * each breach. Facts from elsewhere are recorded whatever the rules say; this is how one sees which of them no command could have
 * brought about. Only rules for everything that happens count, not what commands alone must say.
 */
export function breachesOf(events: readonly TouchpointEvent[]): readonly string[] {
  const [first] = events;
  if (!first) return [];
  const ofTheStream = deciders[streamKind(first.subject)] as unknown as Judge;
  return [...judged(ofTheStream, historyOf(events)), ...judged(amendmentDecider as unknown as Judge, events.filter(isAmendment))];
}

function judged({ initial, evolve, breaches }: Judge, events: readonly TouchpointEvent[]): string[] {
  const broken: string[] = [];
  let state = initial();
  for (const fact of events.map(factOf)) {
    broken.push(...breaches(fact, state));
    state = evolve(state, fact);
  }
  return broken;
}
