import { setTimeout as wait } from 'node:timers/promises';
import { type Decider, eventFrom, type Fact, type Id, type Precision, stateOf, type TouchpointEvent } from '@kithline/touchpoints';
import { type EventLog, type ExpectedRevision, type Position, type Recorded, RevisionConflict } from './event-log.ts';

/** What surrounds the facts of one command. */
export type CommandContext = Readonly<{
  /** The sender's id of the command, unique in `source`. Its events are `<commandId>.0`, `<commandId>.1` …, so asking twice writes once. */
  commandId: Id;
  /** The CloudEvents source of its events. */
  source: string;
  community?: Id;
  /** How exactly the time of the command is known, and its end where only an interval is. */
  precision?: Precision;
  timeto?: string;
  correlationId?: string;
  causationId?: string;
  /** A number from 0 to 1, drawn anew each time: how long to wait before trying again, so that two writers do not meet for ever. */
  jitter: () => number;
}>;

export type Request<State, Command> = Readonly<{
  stream: string;
  command: Command;
  context: CommandContext;
  /** The revision the stream must be at; absent: any. */
  expected?: ExpectedRevision;
  /** The id of the event that becomes this revision, where ids follow from something else; default: see commandId. */
  idAt?: (revision: number) => Id;
  /** How the state follows from the events of the stream; default `stateOf`. For amendments: `amendmentsOf`. */
  fold?: (events: readonly TouchpointEvent[]) => State;
}>;

/** The events that the command brought about, now or when it was handled before; none when it was so already. */
export type Handled = Readonly<{
  /** Of the last of them; where there are none, of the end of the stream (0 when nobody wrote it): K from which on the command holds. */
  position: Position;
  /** Of that event in its stream; -1 when nobody wrote it. */
  revision: number;
  events: readonly TouchpointEvent[];
}>;

/** How often a command is decided anew because somebody else wrote its stream in the meantime. */
const retries = 5;

/**
 * Reads a stream, decides, and appends what was decided at the revision it was decided on.
 * @throws RuleBroken, InvalidEvent, IdReused; RevisionConflict when the stream was changed each time, or is not at the revision expected
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
      if (!(error instanceof RevisionConflict) || request.expected !== undefined || attempt === retries) throw error;
      await wait(request.context.jitter() * 5 * 2 ** attempt);
    }
  }
}

async function decideOnce<State, Command, F extends Fact>(
  log: EventLog,
  decider: Decider<State, Command, F>,
  request: Request<State, Command>,
): Promise<Handled> {
  const { stream, context, expected } = request;
  const recorded = await log.readStream(stream);
  const handled = recorded.filter(({ event }) => isOf(context, event));
  const before = handled.at(-1);
  if (before) return { position: before.position, revision: before.revision, events: handled.map(eventOf) };
  const end = recorded.at(-1) ?? nobodyWrote;
  if (expected !== undefined && expected !== end.revision) throw new RevisionConflict(stream, expected, end.revision);
  const events = decided(decider, request, recorded.map(eventOf));
  if (events.length === 0) return { position: end.position, revision: recorded.length - 1, events };
  const { position, revision } = await log.append(stream, events, end.revision);
  return { position, revision, events };
}

const eventOf = ({ event }: Recorded): TouchpointEvent => event;
const nobodyWrote = { position: 0, revision: 'no-stream' } as const;

function decided<State, Command, F extends Fact>(
  decider: Decider<State, Command, F>,
  { stream, command, context, idAt, fold = (events) => stateOf(decider, events) }: Request<State, Command>,
  past: readonly TouchpointEvent[],
): readonly TouchpointEvent[] {
  const facts = decider.decide(command, fold(past));
  const idOf = (index: number): Id => idAt?.(past.length + index) ?? `${context.commandId}.${index}`;
  return facts.map((fact, index) => eventFrom(fact, { ...envelopeOf(context), subject: stream, id: idOf(index) }));
}

/** Whether the command brought the event about: its id is that of the command, a dot and a number. */
const isOf = ({ commandId, source }: CommandContext, event: TouchpointEvent): boolean =>
  event.source === source && event.id.startsWith(`${commandId}.`) && /^\d+$/.test(event.id.slice(commandId.length + 1));

const envelopeOf = ({ source, community, precision, timeto, correlationId, causationId }: CommandContext) => ({
  source,
  precision,
  timeto,
  ...(community !== undefined && { community }),
  ...(correlationId !== undefined && { correlationid: correlationId }),
  ...(causationId !== undefined && { causationid: causationId }),
});
