import { amendmentDecider } from '../amendment/decide.ts';
import type { AmendmentFact } from '../amendment/events.ts';
import type { Amendments } from '../amendment/state.ts';
import type { Decider } from '../decider/decider.ts';
import { type Fact, factOf } from '../decider/fact.ts';
import type { TouchpointEvent } from '../event.ts';
import { historyOf, isAmendment } from './history-of.ts';

/** The state that a decider decides on, from the events of its stream in the order of their positions. */
export const stateOf = <State, F extends Fact>(
  { initial, evolve }: Pick<Decider<State, never, F>, 'initial' | 'evolve'>,
  events: readonly TouchpointEvent[],
): State => historyOf(events).reduce((state, event) => evolve(state, factOf(event) as F), initial());

/** The state that the decider of amendments decides on, from the events of any stream in the order of their positions. */
export const amendmentsOf = (events: readonly TouchpointEvent[]): Amendments =>
  events
    .filter(isAmendment)
    .reduce((state, event) => amendmentDecider.evolve(state, factOf(event) as AmendmentFact), amendmentDecider.initial());
