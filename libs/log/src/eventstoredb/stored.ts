import type { ResolvedEvent } from '@eventstore/db-client';
import { decodeStored, type Instant, type TouchpointEvent } from '@kithline/touchpoints';
import type { Position, Recorded } from '../event-log.ts';
import { LogUnavailable } from '../log-unavailable.ts';

/** An event as it was read: under which id and in which stream of the server, too. */
export type Stored = Readonly<{ id: string; stream: string; recorded: Recorded }>;

/** @throws LogUnavailable where the position cannot be told as a number */
export function storedOf(address: string, { event, commitPosition }: ResolvedEvent): Stored | undefined {
  if (!event) return undefined; // a link to what is gone; nothing of ours
  const position = positionOf(address, commitPosition ?? event.position?.commit);
  const row = { position, revision: Number(event.revision), recordedAt: event.created.getTime(), line: lineOf(event.data) };
  return { id: event.id, stream: event.streamId, recorded: new ReadLine(row, event.id, address) };
}

/** An event as it was read; the line becomes an event when somebody asks for one. */
export class ReadLine implements Recorded {
  /** The stored id. */
  readonly id: string;
  readonly position: Position;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly line: string;
  readonly #address: string;
  #event: TouchpointEvent | undefined;

  constructor({ position, revision, recordedAt, line }: Omit<Recorded, 'event'>, id: string, address: string) {
    this.id = id;
    this.position = position;
    this.revision = revision;
    this.recordedAt = recordedAt;
    this.line = line;
    this.#address = address;
  }

  get event(): TouchpointEvent {
    return (this.#event ??= this.#read());
  }

  #read(): TouchpointEvent {
    try {
      return decodeStored(this.line);
    } catch (error) {
      const message = `${this.#address} holds no event of Kithline at position ${this.position}: it was written by something else`;
      throw new LogUnavailable('damaged', this.#address, message, error);
    }
  }
}

/** Positions are bytes into the server's log: 2^53 of them are 9 petabytes. @throws LogUnavailable */
export function positionOf(address: string, commit: bigint | undefined): Position {
  if (commit !== undefined && commit <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(commit);
  const message = `${address} gives an event the position ${commit}: Kithline needs positions below 2^53, and a server that tells them (22.10 or newer)`;
  throw new LogUnavailable('failed', address, message);
}

/** The client parses JSON; writing it again gives the line, to the byte, since the line is what JSON.stringify wrote. */
const lineOf = (data: unknown): string =>
  typeof data === 'string' ? data : data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : JSON.stringify(data);
