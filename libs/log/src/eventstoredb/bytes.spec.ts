import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { sendBytes } from './bytes.ts';

type Given = Readonly<{ id: string; data: string; metadata: string }>;

/** What the client does with the events of an append: each becomes a message whose size it asks for, and then they are sent. */
function sent(events: readonly Given[]): Readonly<{ sizes: readonly number[]; bytes: Uint8Array }> {
  const messages = events.map(({ id, data, metadata }) => {
    const message = new streams.BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(id)).setData(data);
    message.getMetadataMap().set('type', 'ReferralMade');
    return metadata === '' ? message : message.setCustomMetadata(metadata);
  });
  const sizes = messages.map((message) => message.serializeBinary().length);
  return { sizes, bytes: new streams.BatchAppendReq().setProposedMessagesList(messages).setIsFinal(true).serializeBinary() };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const text = fc.string({ unit: 'binary' }).map(base64);
const event = fc.record({ id: fc.uuid(), data: text, metadata: text });

describe('An event that is sent as bytes', () => {
  const appends = fc.sample(fc.array(event, { maxLength: 5 }), { numRuns: 200, seed: 1 });
  const before = appends.map(sent);
  beforeAll(sendBytes);

  it('is to the server what it was as base64', () => {
    expect(appends.map(sent)).toEqual(before);
  });

  it('is made once', () => {
    const message = new streams.BatchAppendReq.ProposedMessage().setData(base64('harbour'));
    const read = jest.spyOn(message, 'getData_asU8');
    const size = message.serializeBinary().length;
    expect(new streams.BatchAppendReq().setProposedMessagesList([message]).serializeBinary()).toHaveLength(size + 2);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is sent as it is then, also where its data were changed after its size was asked for', () => {
    const changed = new streams.BatchAppendReq.ProposedMessage().setData(base64('harbour'));
    changed.serializeBinary();
    changed.setData(base64('hill')).setCustomMetadata(base64('{}'));
    const fresh = new streams.BatchAppendReq.ProposedMessage().setData(base64('hill')).setCustomMetadata(base64('{}'));
    expect(changed.serializeBinary()).toEqual(fresh.serializeBinary());
  });
});
