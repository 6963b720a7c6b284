import { lookAfter } from './looking-after.ts';
import { parkedRow } from './parked.ts';
import { content, objectOf, parameter, type Part, told } from './schema.ts';

const HASH = '3c9683017f9e4bf33d0fbedd26bf143fd72de9b9dd145441b75f0604047ea28e';
const text = { type: 'string' };
const hash = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const position = told(count, 'A position of the log.', 12345);

const orNull = (schema: Part): Part => ({ anyOf: [schema, { type: 'null' }] });

const head = objectOf('Where the log ends.', {
  position,
  recordedAt: told({ type: ['string', 'null'] }, 'When the last event was recorded.', '2026-03-02T10:00:00Z'),
  hash: told(hash, 'SHA-256 of the whole log.', HASH),
});
const proof = objectOf('Whether the graph is the one its log gives.', {
  live: told(text, 'The fingerprint of the graph.', HASH),
  rebuilt: told(text, 'That of the graph built from the log alone.', HASH),
  equal: told({ type: 'boolean' }, 'Whether they are the same.', true),
});
const snapshot = objectOf('The newest snapshot.', { position, startedFrom: told(count, 'Where this start began.', 12000) });
const sizes = objectOf('Bytes on disk.', {
  log: told(count, 'Of the log.', 8_388_608),
  snapshots: told(count, 'Of the snapshots.', 4_194_304),
});

const span = objectOf('When it happened.', {
  from: told(text, 'The earliest.', '2025-01-06T09:00:00Z'),
  to: told(text, 'The latest.', '2026-03-01T18:00:00Z'),
});

const sourceNames = (description: string, example: string): Part =>
  told({ type: 'array', items: text, maxItems: 100 }, description, [example]);
const sources = objectOf('The CloudEvents sources of what the graph holds.', {
  count: told(count, 'How many there are.', 2),
  madeUp: sourceNames(
    'The first hundred of those that are made up: of the demo, the examples and generated networks.',
    'urn:kithline:examples:harbour',
  ),
  others: sourceNames('The first hundred of all others. The people are made up only where there are none.', 'urn:partner:mill'),
});

const proved = { live: HASH, rebuilt: HASH, equal: true };
const status = {
  folder: '/srv/kithline',
  head: { position: 12345, recordedAt: '2026-03-02T10:00:00Z', hash: HASH },
  checkpoint: 12345,
  lag: 0,
  span: { from: '2025-01-06T09:00:00Z', to: '2026-03-01T18:00:00Z' },
  sources: { count: 2, madeUp: ['urn:kithline:examples:harbour'], others: ['urn:partner:mill'] },
  parked: [],
  snapshot: { position: 12000, startedFrom: 12000 },
  sizes: { log: 8_388_608, snapshots: 4_194_304 },
  proof: proved,
  breaches: { a_session_is_booked_once: 2 },
};
const statusSchema = objectOf('Where log and graph stand.', {
  folder: told({ type: ['string', 'null'] }, 'The data folder; null where log and graph are on servers.', status.folder),
  head: told(head, 'Where the log ends.', status.head),
  checkpoint: told(count, 'How far the graph has applied it.', 12345),
  lag: told(count, 'Events in between; on a server counted up to 10,000.', 0),
  span: told(orNull(span), 'When the earliest and the latest of it happened; null where nothing did.', status.span),
  sources: told(sources, 'Where it comes from.', status.sources),
  parked: told({ type: 'array', items: parkedRow }, 'What could not be applied.', []),
  snapshot: told(orNull(snapshot), 'The newest snapshot; null where there is none.', status.snapshot),
  sizes: told(orNull(sizes), 'Bytes on disk; null where log and graph are on servers.', status.sizes),
  proof: told(
    orNull(proof),
    'Whether the graph is the one its log gives; null with `quick`, and where log and graph are on servers.',
    proved,
  ),
  breaches: told(
    { type: ['object', 'null'], additionalProperties: count },
    'How many facts break each rule; no command could have brought these about. Null with `quick`.',
    status.breaches,
  ),
});

const verified = objectOf('The log is whole.', {
  whole: told({ const: true }, 'That it is.', true),
  position,
  hash: told(hash, 'SHA-256 of the whole log.', HASH),
});
const fingerprint = told(text, 'SHA-256 over everything applied.', HASH);
const rebuilt = {
  ...objectOf('The graph.', { position, fingerprint }),
  properties: { position, fingerprint, equal: told({ const: true }, 'With `verify`: that the graph is the one its log gives.', true) },
};
const basis = {
  basisId: '666c3b26-645a-559e-b3d6-e66224a4a451',
  source: 'urn:partner:mill',
  purposes: ['follow_up', 'outcome_stats'],
  statement: 'Members agreed on paper when they joined',
  inForce: true,
  position: 41,
};
const words: Readonly<Record<keyof typeof basis, readonly [Part, string]>> = {
  basisId: [text, 'Its id.'],
  source: [text, 'Whose events it covers.'],
  purposes: [{ type: 'array', items: text }, 'What for.'],
  statement: [text, 'The basis, in the words of the operator.'],
  inForce: [{ type: 'boolean' }, 'Whether it is in force.'],
  position: [count, 'Since which position.'],
};
const basisSchema = objectOf(
  'A basis that was declared.',
  Object.fromEntries(
    Object.entries(words).map(([name, [schema, description]]) => [name, told(schema, description, basis[name as keyof typeof basis])]),
  ),
);
const bases = objectOf('The bases.', { rows: told({ type: 'array', items: basisSchema }, 'Each basis once.', [basis]) });

const flag = (name: string, description: string): Part =>
  parameter('query', name, { description, schema: { type: 'boolean', default: false }, example: true });

const operation = (id: string, words: readonly [string, string], answer: Part, parameters: readonly Part[] = []): Part =>
  lookAfter(id, words, { answer, parameters, also: ['429'] });

const json = (schema: Part, example: unknown): Part => content('application/json', schema, example);

export const lookAfterPaths: Part = {
  '/v1/status': {
    get: operation(
      'status',
      [
        'where log and graph stand',
        'Proves that the live graph is the one built from the log alone, and counts facts that break rules; `quick` does without both.',
      ],
      json(statusSchema, status),
      [flag('quick', 'Without reading the whole log.')],
    ),
  },
  '/v1/verification': {
    get: operation(
      'verify',
      ['proves the log whole', 'Recomputes the hash of every event.'],
      json(verified, { whole: true, position: 12345, hash: HASH }),
    ),
  },
  '/v1/rebuild': {
    post: operation(
      'rebuild',
      [
        'builds the graph anew',
        'From the log alone, beside the live graph, which it then replaces. A graph on a server is built anew by its projector, which the command line orders.',
      ],
      json(rebuilt, { position: 12345, fingerprint: HASH }),
      [flag('verify', 'Only prove that it is the same.')],
    ),
  },
  '/v1/consent-bases': {
    get: operation(
      'consent-bases',
      ['the bases that were declared', 'On what basis the events of a source may be used.'],
      json(bases, { rows: [basis] }),
    ),
  },
  '/v1/backup': {
    get: operation(
      'backup',
      ['a copy of the log', 'The log as it is now, while it goes on being written: an SQLite file. A log on a server is backed up there.'],
      content(
        'application/vnd.sqlite3',
        told({ type: 'string', contentMediaType: 'application/vnd.sqlite3' }, 'The file.', 'SQLite format 3'),
        'SQLite format 3',
      ),
    ),
  },
};
