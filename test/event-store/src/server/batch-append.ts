import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as S from '@eventstore/db-client/generated/streams_pb.js';
import { type handleBidiStreamingCall, type ServerDuplexStream, status } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import { setTimeout as wait } from 'node:timers/promises';
import type { AppendFault, Faults } from './faults.ts';
import type { Expected, Kept, Proposed, Store } from './store.ts';
import { failure, identifier, nameOf, proposed, uuidOf } from './wire.ts';

type Served = Readonly<{ store: Store; faults: Faults }>;
type Call = ServerDuplexStream<S.BatchAppendReq, S.BatchAppendResp>;
type Batch = {
  readonly id: S.BatchAppendReq['getCorrelationId'];
  stream: string;
  expected: Expected;
  deadline: number;
  events: Proposed[];
};

/** Appends of one connection, over one call: the messages of each carry its correlation id, the last one says so. */
export function batchAppend(store: Store, faults: Faults): handleBidiStreamingCall<S.BatchAppendReq, S.BatchAppendResp> {
  return (call) => {
    if (faults.deaf) return;
    const open = new Map<string, Batch>();
    call.on('data', (request: S.BatchAppendReq) => {
      const id = uuidOf(request.getCorrelationId());
      const batch = open.get(id) ?? begun(request);
      open.set(id, batch);
      batch.events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;
      open.delete(id);
      void finished(call, batch, { store, faults });
    });
    call.on('end', () => call.end());
  };
}

function begun(request: S.BatchAppendReq): Batch {
  const options = request.getOptions();
  return {
    id: () => request.getCorrelationId(),
    stream: nameOf(options?.getStreamIdentifier()),
    expected: expectedBy(options),
    deadline: Number(options?.getDeadline()?.toDate() ?? Infinity),
    events: [],
  };
}

function expectedBy(options: S.BatchAppendReq.Options | undefined): Expected {
  if (options?.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options?.hasNoStream()) return 'no-stream';
  return options?.hasStreamExists() ? 'stream-exists' : 'any';
}

async function finished(call: Call, batch: Batch, served: Served): Promise<void> {
  const fault = served.faults.appends.shift();
  if (fault === 'ignored') return;
  if (fault === 'broken-before') return void call.emit('error', failure(status.UNAVAILABLE, 'going down'));
  if (fault === 'late-write') await wait(served.faults.lateness);
  const answer = refusedFor(fault) ?? answerOf(batch, served);
  if (fault === 'late') await wait(served.faults.lateness);
  const say = () => call.write(answer.setCorrelationId(batch.id()).setStreamIdentifier(identifier(batch.stream)));
  (afterwards(call)[fault ?? ''] ?? say)();
}

/** What happens instead of an answer once the append was written. */
const afterwards = (call: Call): Readonly<Record<string, () => unknown>> => ({
  unanswered: () => undefined,
  'broken-after': () => call.emit('error', failure(status.UNAVAILABLE, 'going down')),
  ended: () => call.end(),
});

const refused = (name: string, details: Uint8Array, message = name): S.BatchAppendResp => {
  const any = new anyPb.Any();
  any.pack(details, `event_store.client.${name}`);
  return new streams.BatchAppendResp().setError(new statusPb.Status().setCode(3).setMessage(message).setDetails(any));
};
const timedOut = () => refused('Timeout', new shared.Timeout().serializeBinary());

function refusedFor(fault: AppendFault | undefined): S.BatchAppendResp | undefined {
  if (fault === 'busy') return refused('ServerBusy', new shared.Empty().serializeBinary(), 'Server Is Busy');
  return fault === 'denied' ? refused('AccessDenied', new shared.AccessDenied().serializeBinary()) : undefined;
}

/** By the server's clock an append past its deadline is void. */
function answerOf({ stream, expected, events, deadline }: Batch, { store, faults }: Served): S.BatchAppendResp {
  if (deadline < Date.now() + faults.clock) return timedOut();
  const result = store.append(stream, expected, events);
  switch (result.outcome) {
    case 'written-before':
      if (faults.namesNoneAgain) return written(result.last, noPosition);
      return written(result.last, namedOf(result.last, events.length, { store, faults }).position);
    case 'written':
      return written(result.last, namedOf(result.last, events.length, { store, faults }).position);
    case 'wrong-version':
      return refused('WrongExpectedVersion', wrongVersion(expected, result.current).serializeBinary());
    case 'deleted':
      return refused('StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifier(stream)).serializeBinary());
    case 'too-large':
      return refused('MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(result.limit).serializeBinary());
    default:
      return refused('Unknown', new shared.Unknown().serializeBinary(), 'corrupted idempotency');
  }
}

/** The event whose position an answer names. */
const namedOf = (last: Kept, count: number, { store, faults }: Served): Kept =>
  (faults.namesFirst && store.stream(last.stream)[Number(last.revision) + 1 - count]) || last;

/** -1, in the 64 bits without a sign that a position takes in an answer. */
const noPosition = BigInt.asUintN(64, -1n);

function written(last: Kept, named: bigint): S.BatchAppendResp {
  const position = new shared.AllStreamPosition().setCommitPosition(String(named)).setPreparePosition(String(named));
  return new streams.BatchAppendResp().setSuccess(
    new streams.BatchAppendResp.Success().setCurrentRevision(String(last.revision)).setPosition(position),
  );
}

function wrongVersion(expected: Expected, current: bigint | undefined) {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new emptyPb.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (typeof expected === 'bigint') return wrong.setExpectedStreamPosition(String(expected));
  if (expected === 'no-stream') return wrong.setExpectedNoStream(new emptyPb.Empty());
  return expected === 'any' ? wrong.setExpectedAny(new emptyPb.Empty()) : wrong.setExpectedStreamExists(new emptyPb.Empty());
}
