import { decodeStored, type Instant, type TouchpointEvent } from '@kithline/touchpoints';
import type { Position, Recorded } from './event-log.ts';

/** Where lines were read from, as far as it matters to one of them. */
export interface LineSource {
  /** The revision of the line at this index among those read together. */
  revisionAt(index: number): number;
  /** The error of a line that is no event. */
  damaged(position: Position, cause: unknown): Error;
}

type Row = Pick<Recorded, 'position' | 'recordedAt' | 'line'>;

/** An event as it was read; what a replay seldom asks for, the event parsed and its revision, is had when somebody does. */
export class RecordedLine implements Recorded {
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly line: string;
  readonly #source: LineSource;
  readonly #index: number;
  #event: TouchpointEvent | undefined;

  constructor({ position, recordedAt, line }: Row, source: LineSource, index: number) {
    this.position = position;
    this.recordedAt = recordedAt;
    this.line = line;
    this.#source = source;
    this.#index = index;
  }

  get revision(): number {
    return this.#source.revisionAt(this.#index);
  }

  get event(): TouchpointEvent {
    return (this.#event ??= this.#read());
  }

  #read(): TouchpointEvent {
    try {
      return decodeStored(this.line);
    } catch (error) {
      throw this.#source.damaged(this.position, error);
    }
  }
}
