/** What a connection string may say besides hosts and credentials; in the client's spelling. */
const known = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
];
const advised: Readonly<Record<string, string>> = {
  tlsverifycert: 'certificates are always verified: name your own authority by tlsCAFile',
  throwonappendfailure: 'a refused append always throws: leave it out',
};

/** `url` is what the client is given (never to be printed), `address` is what may be printed: no credentials, no options. */
export type Server = Readonly<{ url: string; address: string }>;
export type Credentials = Readonly<{ username: string; password: string }>;

const shape = /^(?:esdb|kurrentdb|kdb)(\+discover)?:\/\/(?:([^@]*)@)?([^@/?]+)\/?(?:\?(.*))?$/;

/**
 * Reads a connection string: `esdb://host:2113?tls=false`, `esdb+discover://user:secret@cluster:2113?tlsCAFile=ca.crt`, `kurrentdb://…`. What the
 * client would only warn of, or silently do otherwise, is refused. `credentials` stand instead of those in the string; `answer` is the deadline, in milliseconds, where it names none.
 * @throws TypeError in one line that names the mistake, never the secret
 */
export function readServer(text: string, { credentials, answer }: { credentials?: Credentials; answer: number }): Server {
  const [, discover = '', given, hosts, query = ''] = shape.exec(text.trim()) ?? [];
  if (hosts === undefined)
    throw new TypeError('the address of EventStoreDB must look like esdb://host:2113?tls=false or esdb+discover://…');
  const address = `esdb${discover}://${hosts}`;
  const options = optionsIn(query);
  const user = credentials ?? credentialsIn(given);
  if (user && options.get('tls') === 'false') {
    throw new TypeError(`${address} is given credentials and tls=false: they are sent over TLS only, leave out one of the two`);
  }
  const all = new Map([['defaultDeadline', `${answer}`], ...options]);
  return { address, url: `esdb${discover}://${spelledOut(user)}${hosts}?${[...all].map((pair) => pair.join('=')).join('&')}` };
}

const spelledOut = (user: Credentials | undefined): string =>
  user ? `${encodeURIComponent(user.username)}:${encodeURIComponent(user.password)}@` : '';

/** By their names in the client's spelling. */
const optionsIn = (query: string): Map<string, string> => new Map(query.split('&').filter(Boolean).map(pairOf));

function pairOf(pair: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = pair.split('=', 2);
  if (value === '') throw new TypeError(`the option "${name}" in the address of EventStoreDB has no value: write ${name}=…`);
  return [spelled(name), value];
}

/** The client compares names without `-`, `_` and case. */
const flat = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

function spelled(name: string): string {
  const option = known.find((other) => flat(other) === flat(name));
  if (option) return option;
  const why = advised[flat(name)] ?? `there are ${known.join(', ')}`;
  throw new TypeError(`the address of EventStoreDB cannot have the option "${name}": ${why}`);
}

/** The client would cut a password at its second colon; here it may hold any, percent-encoded or not. */
function credentialsIn(text: string | undefined): Credentials | undefined {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  if (colon < 1) throw new TypeError('the credentials in the address of EventStoreDB must look like user:password');
  return { username: decoded(text.slice(0, colon)), password: decoded(text.slice(colon + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError('the credentials in the address of EventStoreDB are not percent-encoded rightly: write % as %25');
  }
}
