import type { AmendmentCommand } from '../amendment/commands.ts';
import { amendmentDecider } from '../amendment/decide.ts';
import type { AnyCommand } from '../decider/command.ts';
import type { Decider } from '../decider/decider.ts';
import type { Fact } from '../decider/fact.ts';
import type { TouchpointEvent } from '../event.ts';
import { streamKind } from '../wire/stream.ts';
import { deciders } from './deciders.ts';
import { readingOf } from './reading-of.ts';
import { amendmentsOf, stateOf } from './state-of.ts';

/**
 * The facts that a command brings about in a stream, given its events in the order of their positions; none when it is so already.
 * @throws RuleBroken
 */
export function decided(stream: string, command: AnyCommand, past: readonly TouchpointEvent[]): readonly Fact[] {
  if (Object.hasOwn(amendmentDecider.becomes, command.type)) return amended(command as AmendmentCommand, past);
  const decider = deciders[streamKind(stream)] as unknown as Decider<unknown, AnyCommand, Fact>;
  return decider.decide(command, stateOf(decider, past));
}

/** An amendment is decided on what its target reads like now. */
const amended = (command: AmendmentCommand, past: readonly TouchpointEvent[]): readonly Fact[] =>
  amendmentDecider.decide({ ...command, found: readingOf(past, command.data.target) }, amendmentsOf(past));
