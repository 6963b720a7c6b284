import type { Request } from '@kithline/log';
import { amendmentDecider, amendmentsOf, type AnyCommand, readingOf, type TouchpointEvent } from '@kithline/touchpoints';
import type { Way } from './perform.ts';

type Amendments = ReturnType<typeof amendmentsOf>;
type Stream = Readonly<{ amendments: Amendments; events: readonly TouchpointEvent[] }>;
type Amending = Parameters<typeof amendmentDecider.decide>[0];

/** An amendment is decided on what its target reads like in the same reading of the stream. */
export const amending = (request: Request<unknown, AnyCommand>): Way<Stream> => ({
  decider: {
    initial: () => ({ amendments: amendmentDecider.initial(), events: [] }),
    evolve: (stream) => stream,
    decide: (command, { amendments, events }) => {
      const { target } = command.data as Amending['data'];
      return amendmentDecider.decide({ ...command, found: readingOf(events, target) } as Amending, amendments);
    },
  },
  request: { ...request, fold: (events) => ({ amendments: amendmentsOf(events), events }) },
});
