import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { kithline } from '../kithline.ts';

/** A command and the operations that do the same over HTTP; `only` are its options that concern a terminal or files, each with why. */
type Twin = Readonly<{ operations: readonly string[]; only?: Readonly<Record<string, string>> }>;

const twins: Readonly<Record<string, Twin>> = {
  import: {
    operations: ['POST /v1/events'],
    only: {
      mapping: 'tables are read where the file is: the command line makes events of them and hands these over',
      rejects: 'over HTTP every line has its result in the answer',
      strict: 'a stream of any length is recorded as it comes; whoever wants all or nothing checks the file with the command line',
      restore: 'fills an empty log, which no server writes yet',
    },
  },
  'consent-basis': {
    operations: ['POST /v1/consent-bases/{id}/declare', 'POST /v1/consent-bases/{id}/revoke', 'GET /v1/consent-bases'],
  },
  retention: { operations: ['GET /v1/retention'] },
  're-engagement': { operations: ['GET /v1/re-engagement'] },
  latency: { operations: ['GET /v1/latency'] },
  're-referral': { operations: ['GET /v1/re-referral'] },
  conversion: { operations: ['GET /v1/conversion'] },
  'outcome-change': { operations: ['GET /v1/outcome-change'] },
  chain: { operations: ['GET /v1/chain/{person}'] },
  introduced: { operations: ['GET /v1/introduced/{person}', 'GET /v1/introduced'] },
  paths: { operations: ['GET /v1/paths'] },
  events: { operations: ['GET /v1/events'], only: { follow: 'over HTTP: Accept: text/event-stream' } },
  export: { operations: ['GET /v1/events'] },
  backup: { operations: ['GET /v1/backup'] },
  status: { operations: ['GET /v1/status'] },
  verify: { operations: ['GET /v1/verification'] },
  parked: { operations: ['GET /v1/parked', 'POST /v1/parked/retry', 'POST /v1/parked/skip'] },
  rebuild: {
    operations: ['POST /v1/rebuild'],
    only: {
      accept: 'a graph on a server is rebuilt by its projector, which the command line asks through the graph',
      throttle: 'the same',
    },
  },
};

/** Commands that concern no log in use. */
const alone: Readonly<Record<string, string>> = {
  demo: 'makes a data folder of its own before anybody serves it',
  generate: 'writes a file, which POST /v1/events takes',
  serve: 'is the server',
  completion: 'is about a shell',
};

/** What the api has and the command line does not. */
const overHttpOnly: Readonly<Record<string, string>> = {
  'GET /health/live': 'for whoever keeps the process running',
  'GET /health/ready': 'for whoever keeps the process running',
  'GET /v1/openapi.json': 'describes the api',
};

type Node = Readonly<Record<string, unknown>>;
type Operation = Readonly<{ parameters?: readonly Readonly<{ name: string }>[]; requestBody?: Node }>;
type Document = Readonly<{ paths: Record<string, Record<string, Operation>>; components: Readonly<{ schemas: Record<string, Node> }> }>;
const document = JSON.parse(readFileSync(new URL('../../../../apps/api/openapi.json', import.meta.url), 'utf8')) as Document;

/** The names of what an operation takes: parameters, and the fields of its body. */
function namesOf(operation: string): readonly string[] {
  const [method = '', path = ''] = operation.split(' ');
  const described = document.paths[path]?.[method.toLowerCase()];
  return [...(described?.parameters ?? []).map(({ name }) => name), ...fieldsOf(described?.requestBody)];
}

function fieldsOf(body: Node | undefined): readonly string[] {
  const schema = /"#\/components\/schemas\/([^"]+)"/.exec(JSON.stringify(body ?? {}))?.[1];
  return schema === undefined ? [] : Object.keys(document.components.schemas[schema]?.['properties'] ?? {});
}

/** Options by command, as a shell completes them; those of every command are left out. */
function optionsIn(script: string): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, string[]>();
  for (const [, command = ''] of script.matchAll(/__fish_use_subcommand -f -a (\S+) -d/g)) options.set(command, []);
  for (const [, command = '', option = ''] of script.matchAll(/__fish_seen_subcommand_from (\S+?)' -l (\S+)/g))
    if (!['data', 'json', 'help'].includes(option)) options.get(command)?.push(option);
  return options;
}

describe('Command line and api', () => {
  let options: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => void (options = optionsIn((await kithline(['completion', 'fish'], { cwd: import.meta.dirname })).out)));

  it('have a twin for each other, or a reason why not', () => {
    expect([...options.keys()].sort()).toEqual([...Object.keys(twins), ...Object.keys(alone)].sort());
  });

  it.each(Object.entries(twins))('take the same options of %s', (command, { operations, only = {} }) => {
    const names = new Set([...operations.flatMap(namesOf), ...Object.keys(only)]);
    expect(options.get(command)?.filter((option) => !names.has(option))).toEqual([]);
  });

  it('leave no operation without a command but those that record one fact by its rules', () => {
    const all = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = new Set([...Object.values(twins).flatMap(({ operations }) => operations), ...Object.keys(overHttpOnly)]);
    const others = all.filter((operation) => !known.has(operation));
    expect(others.filter((operation) => !/^POST \/v1\/[a-z-]+\/\{\w+\}\/[a-z-]+$/.test(operation))).toEqual([]);
    expect([...known].filter((operation) => !all.includes(operation))).toEqual([]);
  });
});
