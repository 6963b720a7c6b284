import streams from '@eventstore/db-client/generated/streams_pb.js';

const made = Symbol('made');
type Message = InstanceType<typeof streams.BatchAppendReq.ProposedMessage> & { [made]?: Uint8Array | undefined };
type Setter = (this: Message, value: Uint8Array | string) => Message;
type Making = { setData: Setter; setCustomMetadata: Setter; serializeBinary: (this: Message) => Uint8Array };
type Writer = Parameters<typeof streams.BatchAppendReq.ProposedMessage.serializeBinaryToWriter>[1];
type Writing = Writer & { writeSerializedMessage(bytes: Uint8Array, start: number, end: number): void };
type Sending = { serializeBinaryToWriter: (message: Message, writer: Writing) => void };

/**
 * The client gives an event to its message as base64, which protobuf decodes letter by letter in JavaScript, and twice: it makes the whole
 * message to know its size, and again to send it. That is more than half of what an append of many events takes. Here the event becomes bytes
 * at once, and what was made for the size is sent, which is the same: the client sets id and names before it asks, and nothing afterwards.
 */
export function sendBytes(): void {
  const sending: Sending = streams.BatchAppendReq.ProposedMessage;
  const making: Making = streams.BatchAppendReq.ProposedMessage.prototype;
  const { serializeBinaryToWriter } = sending;
  const { setData, setCustomMetadata, serializeBinary } = making;
  making.setData = function (data) {
    this[made] = undefined;
    return setData.call(this, bytes(data));
  };
  making.setCustomMetadata = function (metadata) {
    this[made] = undefined;
    return setCustomMetadata.call(this, bytes(metadata));
  };
  making.serializeBinary = function () {
    return (this[made] ??= serializeBinary.call(this));
  };
  sending.serializeBinaryToWriter = (message, writer) => {
    const { [made]: whole } = message;
    if (whole) writer.writeSerializedMessage(whole, 0, whole.length);
    else serializeBinaryToWriter(message, writer);
  };
}

const bytes = (value: Uint8Array | string): Uint8Array => (typeof value === 'string' ? Buffer.from(value, 'base64') : value);
