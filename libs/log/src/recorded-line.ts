import { decodeStored, type Instant, type TouchpointEvent } from '@kithline/touchpoints';
import type { Position, Recorded } from './event-log.ts';

type Row = Omit<Recorded, 'event'>;

/** An event as it was read; the line is parsed when somebody asks for more than the line, which a replay seldom does. */
export class RecordedLine implements Recorded {
  readonly position: Position;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly line: string;
  readonly #damaged: (position: Position, cause: unknown) => Error;
  #event: TouchpointEvent | undefined;

  /** `damaged` makes the error of a line that is no event. */
  constructor({ position, revision, recordedAt, line }: Row, damaged: (position: Position, cause: unknown) => Error) {
    this.position = position;
    this.revision = revision;
    this.recordedAt = recordedAt;
    this.line = line;
    this.#damaged = damaged;
  }

  get event(): TouchpointEvent {
    return (this.#event ??= this.#read());
  }

  #read(): TouchpointEvent {
    try {
      return decodeStored(this.line);
    } catch (error) {
      throw this.#damaged(this.position, error);
    }
  }
}
