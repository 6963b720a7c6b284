/** Between what the client's own messages hold and what the store keeps. */
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as S from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type status } from '@grpc/grpc-js';
import type { Kept, Proposed } from './store.ts';

export const nameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifier = (name: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8').toString('base64'));

export function uuidOf(uuid: UUID | undefined): string {
  const structured = uuid?.getStructured();
  if (!structured) return uuid?.getString() ?? '';
  const hex = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const digits = hex(structured.getMostSignificantBits()) + hex(structured.getLeastSignificantBits());
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function proposed(message: S.AppendReq.ProposedMessage | S.BatchAppendReq.ProposedMessage): Proposed {
  const meta = message.getMetadataMap();
  return {
    id: uuidOf(message.getId()),
    type: meta.get('type') ?? '',
    contentType: meta.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function event(kept: Kept): S.ReadResp {
  const position = String(kept.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(kept.id))
    .setStreamIdentifier(identifier(kept.stream))
    .setStreamRevision(String(kept.revision))
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setData(kept.data)
    .setCustomMetadata(kept.metadata);
  recorded.getMetadataMap().set('type', kept.type).set('content-type', kept.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(kept.created) * 10_000n)); // 100 ns each
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
}

/** How a call fails: the client knows errors by the trailer `exception`. */
export function failure(code: status, exception: string, trailers: Readonly<Record<string, string>> = {}) {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries({ exception, ...trailers })) metadata.set(name, value);
  return Object.assign(new Error(exception), { code, details: exception, metadata });
}
