import { storedId } from './stored-id.ts';
import { urlNamespace, uuid5In } from './uuid5.ts';

describe('The stored id of an event', () => {
  it('is the UUIDv5 of its source and id', () => {
    // python3: uuid5(uuid5(0d335bdf-32ad-556e-840d-f4804ced49bc_URL, 'https://kithline.org/event'), 'a\nb')
    expect(storedId('a', 'b')).toBe('9d68a3d3-4842-5dee-92ae-6c3bdbc3e353');
    expect(storedId('urn:ä', '日本')).toBe('d454d007-7750-50d4-b13c-cbc63127d61e');
  });

  it('is the same for a name too long for the buffer', () =>
    expect(storedId('s'.repeat(3000), 'b')).toBe('f2ec04de-c0fe-56eb-be1e-7a120108859b'));

  it('tells sources apart', () => expect(storedId('a', 'b')).not.toBe(storedId('b', 'a')));

  it('is made as RFC 9562 makes them', () =>
    expect(uuid5In('6ba7b810-9dad-11d1-80b4-00c04fd430c8')('www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2'));

  it('lies in a namespace of the product', () =>
    expect(uuid5In(urlNamespace)('https://kithline.org/event')).toBe('0d335bdf-32ad-556e-840d-f4804ced49bc'));
});
