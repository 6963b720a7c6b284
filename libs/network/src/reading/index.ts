export { BATCH, batchesOf, readBatches, type Batch } from './batches.ts';
export { NotAList, readElements } from './elements.ts';
export { decode, parseLine, readNdjson, type EventReader, type ReadEvents } from './event-lines.ts';
export { LONGEST_LINE, readLines, UnreadableLine, type Lines } from './lines.ts';
export { rejectOf, type Reject } from './reject.ts';
