import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { sendBytes } from './bytes.ts';

const message = (data: string, metadata: string): Uint8Array =>
  new streams.BatchAppendReq.ProposedMessage().setData(data).setCustomMetadata(metadata).serializeBinary();
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('An event that is sent as bytes', () => {
  it('is to the server what it was as base64', () => {
    const texts = fc.sample(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { numRuns: 200, seed: 1 });
    const given = texts.map(([data, metadata]) => [base64(data), base64(metadata)] as const);
    const before = given.map(([data, metadata]) => message(data, metadata));
    sendBytes();
    expect(given.map(([data, metadata]) => message(data, metadata))).toEqual(before);
    expect(new streams.BatchAppendReq.ProposedMessage().setData(base64('harbour')).getData()).toEqual(Buffer.from('harbour'));
  });
});
