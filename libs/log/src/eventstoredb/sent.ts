import streams from '@eventstore/db-client/generated/streams_pb.js';

type Message = InstanceType<typeof streams.BatchAppendReq>;
type Sent = () => void;

/** Who waits for an append to be sent, by the id of its last event, in the order in which they came. */
const waiting = new Map<string, Set<Sent>>();

/**
 * The client tells when an append was answered, not when it was sent. Its messages stand in line before the connection, and become bytes when
 * it is their turn: when that happens to the last one of an append, all that stood before it are out of that line.
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
export function whenSent(lastId: string, sent: Sent): () => void {
  const line = waiting.get(lastId) ?? new Set();
  waiting.set(lastId, line.add(sent));
  return () => {
    line.delete(sent);
    if (line.size === 0) waiting.delete(lastId);
  };
}

function tell(message: Message): void {
  const last = message.getProposedMessagesList().at(-1)?.getId()?.getString();
  const line = last === undefined ? undefined : waiting.get(last);
  const [sent] = line ?? [];
  if (sent) line?.delete(sent);
  sent?.();
}
