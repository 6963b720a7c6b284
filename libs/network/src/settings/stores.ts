import { resolve } from 'node:path';
import type { Credentials } from '@kithline/log/eventstoredb';
import type { Given } from './given.ts';

/** The log of one tenant on EventStoreDB or KurrentDB. */
export type EventStoreSettings = Readonly<{ url: string; tenant: string; credentials?: Credentials }>;
/** The graph on Neo4j. */
export type Neo4jSettings = Readonly<{ url: string; username: string; password: string; database?: string }>;

/** Log and graph in this process and a data folder, or both on servers. */
export type StoreSettings =
  | Readonly<{ mode: 'embedded'; folder: string }>
  /** `folder`: where what is worth keeping beside them is kept, where one is named. */
  | Readonly<{ mode: 'served'; folder: string | undefined; log: EventStoreSettings; graph: Neo4jSettings }>;

const ofEventStore = ['EVENTSTORE_URL', 'EVENTSTORE_USERNAME', 'EVENTSTORE_PASSWORD', 'KITHLINE_TENANT'];
const ofNeo4j = ['NEO4J_URL', 'NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'];

/** What LOG, GRAPH, and what belongs to them say. Nothing is connected. Mistakes are left in `given`. */
export async function readStores(given: Given): Promise<StoreSettings> {
  const before = given.mistakes.length;
  const log = given.word('LOG', ['sqlite', 'eventstoredb'], 'sqlite');
  const graph = given.word('GRAPH', ['memory', 'neo4j'], 'memory');
  const isMisspelt = given.mistakes.length > before;
  const named = given.text('KITHLINE_DATA');
  const embedded = { mode: 'embedded', folder: resolve(named ?? 'kithline-data') } as const;
  if (isMisspelt) return embedded; // which other settings are missing, or too many, nobody can tell then
  if ((log === 'sqlite') !== (graph === 'memory')) {
    given.mistakes.push(`LOG is ${log} and GRAPH is ${graph}: set LOG=eventstoredb with GRAPH=neo4j, or neither`);
  }
  if (log === 'sqlite') refuse(given, ofEventStore, 'LOG=eventstoredb');
  if (graph === 'memory') refuse(given, ofNeo4j, 'GRAPH=neo4j');
  return log === 'sqlite' || graph === 'memory' ? embedded : servedIn(given, named);
}

const servedIn = async (given: Given, folder: string | undefined): Promise<StoreSettings> => ({
  mode: 'served',
  folder: folder && resolve(folder),
  log: await eventStoreIn(given),
  graph: neo4jIn(given),
});

/** A setting that does nothing is a mistake of whoever set it. */
function refuse(given: Given, names: readonly string[], without: string): void {
  for (const name of names)
    if (given.text(name) !== undefined) given.mistakes.push(`${name} is set, but not ${without}: set both or neither`);
}

async function eventStoreIn(given: Given): Promise<EventStoreSettings> {
  const url = given.needed('EVENTSTORE_URL', 'LOG=eventstoredb needs an address like esdb://host:2113?tls=false');
  const tenant = given.text('KITHLINE_TENANT') ?? 'kithline';
  const [username, password] = [given.text('EVENTSTORE_USERNAME'), given.text('EVENTSTORE_PASSWORD')];
  if ((username === undefined) !== (password === undefined)) {
    given.mistakes.push('EVENTSTORE_USERNAME and EVENTSTORE_PASSWORD go together: set both or neither');
  }
  const credentials = username !== undefined && password !== undefined ? { username, password } : undefined;
  const settings = { url, tenant, ...(credentials && { credentials }) };
  const { whyNotALog } = await import('@kithline/log/eventstoredb');
  const mistake = url === '' ? undefined : whyNotALog(settings);
  if (mistake !== undefined) given.mistakes.push(mistake);
  return settings;
}

const schemes = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

function neo4jIn(given: Given): Neo4jSettings {
  const url = given.needed('NEO4J_URL', 'GRAPH=neo4j needs an address like bolt://host:7687');
  if (url !== '') given.mistakes.push(...mistakesInAddress(url));
  const database = given.text('NEO4J_DATABASE');
  return {
    url,
    username: given.text('NEO4J_USERNAME') ?? 'neo4j',
    password: given.needed('NEO4J_PASSWORD', 'GRAPH=neo4j needs it, or NEO4J_PASSWORD_FILE that names the file it is in'),
    ...(database !== undefined && { database }),
  };
}

function mistakesInAddress(url: string): readonly string[] {
  const { protocol, host, username, password } = URL.canParse(url) ? new URL(url) : new URL('none:');
  if (!schemes.includes(protocol) || host === '') return ['NEO4J_URL must look like bolt://host:7687 or neo4j+s://host:7687'];
  const hasUser = username !== '' || password !== '';
  return hasUser ? ['NEO4J_URL holds a user: set NEO4J_USERNAME and NEO4J_PASSWORD instead'] : [];
}
