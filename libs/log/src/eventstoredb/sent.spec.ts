import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { hearSent, whenSent } from './sent.ts';

const { BatchAppendReq } = streams;
const event = (id: string) => new BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(id));
/** A message that becomes bytes, as it does when it is sent. */
const send = (ids: readonly string[], isFinal = true) =>
  new BatchAppendReq().setProposedMessagesList(ids.map(event)).setIsFinal(isFinal).serializeBinary();

describe('An append', () => {
  const heard: string[] = [];
  const hear = (id: string, name = id) => whenSent(id, () => void heard.push(name));
  beforeAll(hearSent);
  beforeEach(() => void (heard.length = 0));

  it('is sent when the last of its messages becomes bytes, once', () => {
    hear('b');
    send(['a', 'b'], false);
    expect(heard).toEqual([]);
    send(['a', 'b']);
    send(['a', 'b']);
    expect(heard).toEqual(['b']);
  });

  it('is told from another one that ends with the same event: the first is sent first', () => {
    hear('c', 'first');
    hear('c', 'second');
    send(['c']);
    expect(heard).toEqual(['first']);
    send(['c']);
    expect(heard).toEqual(['first', 'second']);
  });

  it('is not heard of any more once nobody waits', () => {
    const [leave] = [hear('d', 'one'), hear('d', 'other')];
    leave();
    send(['d']);
    send(['e']);
    expect(heard).toEqual(['other']);
  });
});
