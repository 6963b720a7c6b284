import streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as S from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import { once } from 'node:events';
import type { Faults } from './faults.ts';
import type { Kept, Store } from './store.ts';
import { event, failure, identifier, nameOf } from './wire.ts';

export type ReadCall = ServerWritableStream<S.ReadReq, S.ReadResp>;
export type Served = Readonly<{ store: Store; faults: Faults }>;

/** Sends, and waits while the client does not take it. */
export async function send(call: ReadCall, message: S.ReadResp): Promise<void> {
  if (call.write(message) || call.cancelled) return;
  const over = new AbortController();
  const end = () => over.abort();
  call.once('cancelled', end);
  await once(call, 'drain', { signal: over.signal }).catch(() => undefined);
  call.removeListener('cancelled', end);
}

/** Reads what is there, of a stream or of `$all`, and ends. */
export async function read(call: ReadCall, options: S.ReadReq.Options, served: Served): Promise<void> {
  if (served.faults.silent.has('reads')) return;
  if (served.faults.failingReads-- > 0) throw failure(status.UNKNOWN, 'Unexpected ReadAllResult: Error');
  const stream = options.getStream();
  const name = stream && nameOf(stream.getStreamIdentifier());
  if (name === undefined) return sendAll(call, ofAll(served, options), served.faults);
  if (served.store.isDeleted(name)) throw failure(status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': name });
  const events = served.faults.laggingReads-- > 0 ? [] : served.store.shown(name);
  if (events.length > 0) return sendAll(call, ofStream(events, options), served.faults);
  await send(call, new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(name))));
  call.end();
}

async function sendAll(call: ReadCall, events: Iterable<Kept>, faults: Faults): Promise<void> {
  const breaks = faults.brokenReads > 0;
  if (breaks) faults.brokenReads--;
  let left = BigInt(call.request.getOptions()?.getCount() ?? 0);
  for (const kept of events) {
    if (left-- <= 0n || call.cancelled) break;
    await send(call, event(kept));
    if (breaks) throw failure(status.UNAVAILABLE, 'going down');
  }
  call.end();
}

const isBackwards = (options: S.ReadReq.Options): boolean => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** At the revision given and beyond; found without looking through the stream, as the server finds it by its index. */
function ofStream(events: readonly Kept[], options: S.ReadReq.Options): readonly Kept[] {
  const index = indexIn(events, options.getStream());
  return isBackwards(options) ? events.slice(0, Math.max(0, index + 1)).reverse() : events.slice(Math.max(0, index));
}

/** Where a call begins among the events shown of a stream, the first of which may be of any revision: what stood before it was truncated. */
function indexIn(events: readonly Kept[], from: S.ReadReq.Options.StreamOptions | undefined): number {
  if (from?.hasEnd()) return events.length;
  return from?.hasRevision() ? Number(from.getRevision()) - Number(events[0]?.revision) : 0;
}

/** Forwards at the position given and beyond, backwards before it, as the server does. */
function* ofAll(served: Served, options: S.ReadReq.Options): Iterable<Kept> {
  const { log } = served.store;
  const start = startOf(served, options);
  if (isBackwards(options)) for (let i = start - 1; i >= 0; i--) yield log[i] as Kept;
  else for (let i = start; i < log.length; i++) yield log[i] as Kept;
}

/** The index in the log of where a call begins. */
export function startOf(served: Served, options: S.ReadReq.Options): number {
  const from = options.getAll();
  const position = from?.getPosition()?.getCommitPosition();
  if (position === undefined) return from?.hasEnd() ? served.store.log.length : 0;
  return indexAt(served, BigInt(position));
}

/** A position that is no event's is refused: it would be read in the middle of a record. */
function indexAt({ store, faults }: Served, position: bigint): number {
  const index = store.indexOf(position);
  if (store.log[index]?.position === position) return index;
  if (faults.garbledPositions) throw failure(status.UNKNOWN, 'Unexpected ReadAllResult: Error');
  throw failure(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
}
