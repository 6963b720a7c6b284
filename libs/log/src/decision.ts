import {
  type AnyCommand,
  coreType,
  decided,
  eventFrom,
  type Id,
  type Precision,
  storedId,
  type TouchpointEvent,
} from '@kithline/touchpoints';
import { type ExpectedRevision, type Position, type Recorded, RevisionConflict } from './event-log.ts';

/** What surrounds the facts of one command. */
export type CommandContext = Readonly<{
  /** The sender's id of the command, unique in `source`. Its events are `<commandId>.0`, `<commandId>.1` …, so asking twice writes once. */
  commandId: Id;
  /** The CloudEvents source of its events. */
  source: string;
  community?: Id | undefined;
  /** How exactly the time of the command is known, and its end where only an interval is. */
  precision?: Precision | undefined;
  timeto?: string | undefined;
  correlationId?: string;
  causationId?: string | undefined;
}>;

/** A command to one stream; data alone, so that any thread can handle it. */
export type Request = Readonly<{
  stream: string;
  command: AnyCommand;
  context: CommandContext;
  /** The revision the stream must be at; absent: any. */
  expected?: ExpectedRevision | undefined;
  /** What its events are named by in place of the command: `<namedBy>.<revision>`. */
  namedBy?: Id;
}>;

/** An event by its stored id, and its type without prefix and version. */
export type EventName = Readonly<{ id: string; type: string }>;

/** The events that the command brought about, now or when it was handled before; none when it was so already. */
export type Handled = Readonly<{
  /** Of the last of them; where there are none, of the end of the stream (0 when nobody wrote it): K from which on the command holds. */
  position: Position;
  /** Of that event in its stream; -1 when nobody wrote it. */
  revision: number;
  events: readonly EventName[];
}>;

/** What a command comes to: it is `handled`, or its events go behind the revision that its stream is at. */
export type Decision = Readonly<{ handled: Handled }> | Readonly<{ events: readonly TouchpointEvent[]; behind: ExpectedRevision }>;

/**
 * Decides a command on its stream as it was read.
 * @throws RuleBroken, InvalidEvent; RevisionConflict when the stream is not at the revision expected
 */
export function decisionOn(request: Request, recorded: readonly Recorded[]): Decision {
  const { stream, context, expected } = request;
  const broughtAbout = recorded.filter(({ event }) => isOf(context, event));
  const before = broughtAbout.at(-1);
  if (before) return { handled: handledBy(broughtAbout.map(eventOf), before) };
  const end = recorded.at(-1) ?? nobodyWrote;
  if (expected !== undefined && expected !== end.revision) throw new RevisionConflict(stream, expected, end.revision);
  const events = eventsOf(request, recorded.map(eventOf));
  if (events.length > 0) return { events, behind: end.revision };
  return { handled: { position: end.position, revision: recorded.length - 1, events: [] } };
}

/** The answer to a command that brought these about, by the place of the last of them. */
export const handledBy = (
  events: readonly TouchpointEvent[],
  { position, revision }: Readonly<{ position: Position; revision: number }>,
): Handled => ({ position, revision, events: events.map(nameOf) });

const nobodyWrote = { position: 0, revision: 'no-stream' } as const;
const eventOf = ({ event }: Recorded): TouchpointEvent => event;
const nameOf = ({ source, id, type }: TouchpointEvent): EventName => ({ id: storedId(source, id), type: coreType(type) });

/** What is decided, in its envelopes. */
function eventsOf({ stream, command, context, namedBy }: Request, past: readonly TouchpointEvent[]): readonly TouchpointEvent[] {
  const idOf = (index: number): Id => (namedBy === undefined ? `${context.commandId}.${index}` : `${namedBy}.${past.length + index}`);
  const envelope = envelopeOf(context);
  return decided(stream, command, past).map((fact, index) => eventFrom(fact, { ...envelope, subject: stream, id: idOf(index) }));
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
