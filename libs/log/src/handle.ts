import { setTimeout as wait } from 'node:timers/promises';
import { type Decider, eventFrom, type Fact, type Id, stateOf, type TouchpointEvent } from '@kithline/touchpoints';
import { type EventLog, type Position, type Recorded, RevisionConflict } from './event-log.ts';

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
  request: Request<State, Command>,
): Promise<Handled> {
  const { stream, context } = request;
  const recorded = await log.readStream(stream);
  const handled = recorded.filter(({ event }) => isOf(context, event));
  const before = handled.at(-1);
  if (before) return { position: before.position, events: handled.map(eventOf) };
  const end = recorded.at(-1) ?? nobodyWrote;
  const events = decided(decider, request, recorded.map(eventOf));
  if (events.length === 0) return { position: end.position, events };
  const { position } = await log.append(stream, events, end.revision);
  return { position, events };
}

const eventOf = ({ event }: Recorded): TouchpointEvent => event;
const nobodyWrote = { position: 0, revision: 'no-stream' } as const;

function decided<State, Command, F extends Fact>(
  decider: Decider<State, Command, F>,
  { stream, command, context, fold = (events) => stateOf(decider, events) }: Request<State, Command>,
  past: readonly TouchpointEvent[],
): readonly TouchpointEvent[] {
  const facts = decider.decide(command, fold(past));
  return facts.map((fact, index) => eventFrom(fact, { ...envelopeOf(context), subject: stream, id: `${context.commandId}.${index}` }));
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
