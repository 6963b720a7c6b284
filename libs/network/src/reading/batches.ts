import { encodeLine, storedId, type TouchpointEvent } from '@kithline/touchpoints';
import type { EventReader } from './event-lines.ts';
import type { Lines } from './lines.ts';
import type { Reject } from './reject.ts';

/** Events on their way to the log, checked and in the form in which it stores them; parallel arrays, since they cross threads. */
export type Batch = Readonly<{
  ids: readonly string[];
  streams: readonly string[];
  lines: readonly string[];
  /** The line each event comes from. */
  numbers: readonly number[];
  /** Events with which a CloudEvents source appears for the first time: index in this batch, and the source. */
  firsts: readonly Readonly<{ index: number; source: string }>[];
  rejects: readonly Reject[];
  /** Bytes read so far. */
  bytes: number;
}>;

/** Events in a batch, which is written in one transaction. */
export const BATCH = 5000;

/**
 * Reads events out of lines, batch by batch. `eager`: what a block of lines holds is a batch of its own, for a sender who waits to hear
 * what came of it.
 */
export async function* readBatches(
  blocks: AsyncIterable<Lines>,
  reader: EventReader,
  { eager = false }: Readonly<{ eager?: boolean }> = {},
): AsyncGenerator<Batch> {
  const packing = new Packing();
  for await (const block of blocks) {
    packing.bytes = block.bytes;
    yield* packing.add(reader.read(block));
    if (eager && !packing.empty) yield packing.take();
  }
  yield* packing.add(reader.end());
  yield packing.take();
}

/** Events that were checked before, again as batches; their lines are not known any more. */
export async function* batchesOf(
  pages: AsyncIterable<readonly TouchpointEvent[]> | Iterable<readonly TouchpointEvent[]>,
): AsyncGenerator<Batch> {
  const packing = new Packing();
  for await (const events of pages) yield* packing.add({ events, numbers: [], rejects: [] });
  yield packing.take();
}

/** A batch being filled. */
class Packing {
  bytes = 0;
  private readonly sources = new Set<string>();
  private ids: string[] = [];
  private streams: string[] = [];
  private lines: string[] = [];
  private numbers: number[] = [];
  private firsts: { index: number; source: string }[] = [];
  private rejects: Reject[] = [];

  *add({ events, numbers, rejects }: ReturnType<EventReader['read']>): Generator<Batch> {
    for (const reject of rejects) this.rejects.push(reject);
    for (let i = 0; i < events.length; i++) {
      this.put(events[i] as TouchpointEvent, numbers[i] ?? 0);
      if (this.ids.length === BATCH) yield this.take();
    }
  }

  get empty(): boolean {
    return this.ids.length === 0 && this.rejects.length === 0;
  }

  take(): Batch {
    const { ids, streams, lines, numbers, firsts, rejects, bytes } = this;
    this.ids = [];
    this.streams = [];
    this.lines = [];
    this.numbers = [];
    this.firsts = [];
    this.rejects = [];
    return { ids, streams, lines, numbers, firsts, rejects, bytes };
  }

  private put(event: TouchpointEvent, number: number): void {
    if (!this.sources.has(event.source)) {
      this.sources.add(event.source);
      this.firsts.push({ index: this.ids.length, source: event.source });
    }
    this.ids.push(storedId(event.source, event.id));
    this.streams.push(event.subject);
    this.lines.push(encodeLine(event));
    this.numbers.push(number);
  }
}
