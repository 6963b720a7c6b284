import { readServer } from './settings.ts';

const read = (text: string, credentials?: { username: string; password: string }) =>
  readServer(text, { answer: 10_000, ...(credentials && { credentials }) });

describe('The address of EventStoreDB', () => {
  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113', 'esdb://127.0.0.1:2113?defaultDeadline=10000&tls=false'],
    ['kurrentdb+discover://a,b:9/?tls=true', 'esdb+discover://a,b:9', 'esdb+discover://a,b:9?defaultDeadline=10000&tls=true'],
    ['esdb://ada:secret@host', 'esdb://host', 'esdb://ada:secret@host?defaultDeadline=10000'],
    ['esdb://ada:a:b%40c@host', 'esdb://host', 'esdb://ada:a%3Ab%40c@host?defaultDeadline=10000'],
    ['esdb://host?default-deadline=7&TLS=true', 'esdb://host', 'esdb://host?defaultDeadline=7&tls=true'],
  ])('%s is shown as %s', (text, address, url) => {
    expect(read(text)).toEqual({ address, url });
  });

  it('takes credentials from elsewhere before those in it', () => {
    expect(read('esdb://ada:old@host', { username: 'a@b', password: 'n:/w' }).url).toBe('esdb://a%40b:n%3A%2Fw@host?defaultDeadline=10000');
  });

  it.each([
    ['http://host:2113', /must look like esdb:\/\//],
    ['', /must look like esdb:\/\//],
    ['esdb://', /must look like esdb:\/\//],
    ['esdb://ada@host', /must look like user:password/],
    ['esdb://ada:50%@host', /write % as %25/],
    ['esdb://ada:secret@host?tls=false', /they are sent over TLS only/],
    ['esdb://host?tlsVerifyCert=false', /always verified: name your own authority by tlsCAFile/],
    ['esdb://host?throwOnAppendFailure=false', /leave it out/],
    ['esdb://host?tsl=false', /cannot have the option "tsl": there are .*tlsCAFile/],
    ['esdb://host?tls', /the option "tls" .* has no value: write tls=…/],
  ])('is refused in one line that gives no secret away when it is %s', (text, words) => {
    expect(() => read(text)).toThrow(words);
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'TypeError', message: expect.not.stringMatching(/secret|\n/) }));
  });
});
