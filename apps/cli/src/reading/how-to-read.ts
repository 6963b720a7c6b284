import { readBatches, readLines, readNdjson, type Batch, type EventReader } from '@kithline/network/reading';
import type { DecodeOptions } from '@kithline/touchpoints';
import { readMapping } from '../mapping/mapping.ts';
import { readTable } from './event-table.ts';

/** How a file is to be read: `mapping` is the text of a mapping file when it is a table. */
export type HowToRead = DecodeOptions & Readonly<{ mapping?: string }>;

/**
 * Reads a file of events from a stream, batch by batch.
 * @throws BadMapping when the mapping cannot be used for this table
 */
export function readFile(chunks: AsyncIterable<Buffer>, { mapping, ...options }: HowToRead): AsyncGenerator<Batch> {
  const reader: EventReader = mapping === undefined ? readNdjson(options) : readTable(readMapping(mapping));
  return readBatches(readLines(chunks), reader);
}
