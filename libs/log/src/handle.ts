import { setTimeout as wait } from 'node:timers/promises';
import { type Decider, eventFrom, type Fact, type Id, stateOf, type TouchpointEvent } from '@kithline/touchpoints';
import { type EventLog, type Position, RevisionConflict } from './event-log.ts';

/** What surrounds the facts of one command. */
export type CommandContext = Readonly<{
  /** The sender's id of the command, unique in `source`. Its events are `<commandId>.0`, `<commandId>.1` …, so asking twice writes once. */
  commandId: Id;
  /** The CloudEvents source of its events. */
  source: string;
  community?: Id;
  correlationId?: string;
  causationId?: string;
  /** A number from 0 to 1, drawn anew each time: how long to wait before trying again, so that two writers do not meet for ever. */
  jitter: () => number;
}>;

export type Request<State, Command> = Readonly<{
  stream: string;
  command: Command;
  context: CommandContext;
  /** How the state follows from the events of the stream; default `stateOf`. For amendments: `amendmentsOf`. */
  fold?: (events: readonly TouchpointEvent[]) => State;
}>;

/** The events that the command brought about, now or when it was handled before; none when it was so already. */
export type Handled = Readonly<{
  /** Of the last of them; where there are none, of the end of the stream (0 when nobody wrote it): K from which on the command holds. */
  position: Position;
  events: readonly TouchpointEvent[];
}>;

/** How often a command is decided anew because somebody else wrote its stream in the meantime. */
const retries = 5;

/**
 * Reads a stream, decides, and appends what was decided at the revision it was decided on.
 * @throws RuleBroken, InvalidEvent, IdReused; RevisionConflict when the stream was changed each time
 */
export async function handle<State, Command, F extends Fact>(
  log: EventLog,
  decider: Decider<State, Command, F>,
  request: Request<State, Command>,
): Promise<Handled> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await decideOnce(log, decider, request);
    } catch (error) {
      if (!(error instanceof RevisionConflict) || attempt === retries) throw error;
      await wait(request.context.jitter() * 5 * 2 ** attempt);
    }
  }
}

async function decideOnce<State, Command, F extends Fact>(
  log: EventLog,
  decider: Decider<State, Command, F>,
  { stream, command, context, fold = (events) => stateOf(decider, events) }: Request<State, Command>,
): Promise<Handled> {
  const recorded = await log.readStream(stream);
  const handled = recorded.filter(({ event }) => isOf(context, event));
  const last = recorded.at(-1);
  if (handled.length > 0) return { position: handled.at(-1)?.position ?? 0, events: handled.map(({ event }) => event) };
  const facts = decider.decide(command, fold(recorded.map(({ event }) => event)));
  if (facts.length === 0) return { position: last?.position ?? 0, events: [] };
  const events = facts.map((fact, index) =>
    eventFrom(fact, { ...envelopeOf(context), subject: stream, id: `${context.commandId}.${index}` }),
  );
  const { position } = await log.append(stream, events, last?.revision ?? 'no-stream');
  return { position, events };
}

/** Whether the command brought the event about: its id is that of the command, a dot and a number. */
const isOf = ({ commandId, source }: CommandContext, event: TouchpointEvent): boolean =>
  event.source === source && event.id.startsWith(`${commandId}.`) && /^\d+$/.test(event.id.slice(commandId.length + 1));

const envelopeOf = ({ source, community, correlationId, causationId }: CommandContext) => ({
  source,
  ...(community !== undefined && { community }),
  ...(correlationId !== undefined && { correlationid: correlationId }),
  ...(causationId !== undefined && { causationid: causationId }),
});
