import streams from '@eventstore/db-client/generated/streams_pb.js';

type Message = InstanceType<typeof streams.BatchAppendReq>;

/** What waits for an append to be sent, by the id of its last event. */
const waiting = new Map<string, () => void>();

/**
 * The client tells when an append was answered, not when it was sent. Its messages stand in line before the connection, and become bytes when
 * it is their turn: when that happens to the last one of an append, all that stood before it are gone, and only it may still wait.
 */
export function hearSent(): void {
  const message: { serializeBinary: (this: Message) => Uint8Array } = streams.BatchAppendReq.prototype;
  const { serializeBinary } = message;
  message.serializeBinary = function () {
    if (this.getIsFinal()) tell(this);
    return serializeBinary.call(this);
  };
}

/** Calls `sent` when the append that ends with this event is sent; gives back what stops waiting for it. */
export function whenSent(lastId: string, sent: () => void): () => void {
  waiting.set(lastId, sent);
  return () => {
    if (waiting.get(lastId) === sent) waiting.delete(lastId);
  };
}

function tell(message: Message): void {
  const last = message.getProposedMessagesList().at(-1)?.getId()?.getString();
  if (last !== undefined) waiting.get(last)?.();
}
