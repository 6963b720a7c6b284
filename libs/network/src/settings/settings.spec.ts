import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Env, Given, readProcess, readStores, whyNotListening } from './index.ts';

const served: Env = {
  LOG: 'eventstoredb',
  EVENTSTORE_URL: 'esdb://log:2113?tls=false',
  GRAPH: 'neo4j',
  NEO4J_URL: 'bolt://graph:7687',
  NEO4J_PASSWORD: 'secret',
};

describe('Settings of the stores', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kithline-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = async (env: Env) => {
    const given = new Given(env);
    const settings = await readStores(given);
    return { settings, mistakes: given.mistakes };
  };
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('mean a data folder when nothing is said', async () => {
    expect(await read({ LOG: '' })).toEqual({ settings: { mode: 'embedded', folder: resolve('kithline-data') }, mistakes: [] });
    expect((await read({ KITHLINE_DATA: '/srv/data' })).settings).toEqual({ mode: 'embedded', folder: resolve('/srv/data') });
  });

  it('name two servers', async () => {
    expect(await read(served)).toEqual({
      mistakes: [],
      settings: {
        mode: 'served',
        log: { url: 'esdb://log:2113?tls=false', tenant: 'kithline' },
        graph: { url: 'bolt://graph:7687', username: 'neo4j', password: 'secret' },
      },
    });
  });

  it('stand in a file, secrets in one of their own, and the environment is above both', async () => {
    const { NEO4J_PASSWORD: _, ...rest } = served;
    const lines = Object.entries(rest).map(([name, value]) => `${name}=${value}\n`);
    const settings = file('settings', `# a comment\n${lines.join('')}NEO4J_PASSWORD_FILE=${file('password', 'secret\n')}\n`);
    expect(await read({ KITHLINE_SETTINGS: settings, KITHLINE_TENANT: 'north' })).toMatchObject({
      mistakes: [],
      settings: { log: { tenant: 'north' }, graph: { password: 'secret' } },
    });
    expect(await read({ KITHLINE_SETTINGS: settings, NEO4J_PASSWORD: 'another' })).toMatchObject({
      mistakes: [],
      settings: { graph: { password: 'another' } },
    });
  });

  it.each([
    [{ LOG: 'postgres' }, ['LOG is postgres: it must be one of sqlite, eventstoredb']],
    [{ ...served, LOG: 'eventstore' }, ['LOG is eventstore: it must be one of sqlite, eventstoredb']],
    [{ ...served, GRAPH: 'neo' }, ['GRAPH is neo: it must be one of memory, neo4j']],
    [{ LOG: 'eventstoredb' }, ['LOG is eventstoredb and GRAPH is memory: set LOG=eventstoredb with GRAPH=neo4j, or neither']],
    [{ EVENTSTORE_URL: 'esdb://x:1' }, ['EVENTSTORE_URL is set, but not LOG=eventstoredb: set both or neither']],
    [{ NEO4J_PASSWORD: 'x' }, ['NEO4J_PASSWORD is set, but not GRAPH=neo4j: set both or neither']],
    [
      { ...served, EVENTSTORE_URL: '', NEO4J_URL: '', NEO4J_PASSWORD: '' },
      [
        'EVENTSTORE_URL is not set: LOG=eventstoredb needs an address like esdb://host:2113?tls=false',
        'NEO4J_URL is not set: GRAPH=neo4j needs an address like bolt://host:7687',
        'NEO4J_PASSWORD is not set: GRAPH=neo4j needs it, or NEO4J_PASSWORD_FILE that names the file it is in',
      ],
    ],
    [
      { ...served, EVENTSTORE_URL: 'http://log' },
      ['the address of EventStoreDB must look like esdb://host:2113?tls=false or esdb+discover://…'],
    ],
    [{ ...served, KITHLINE_TENANT: 'a-b' }, ['"a-b" cannot be a tenant: 1 to 32 lower-case letters, digits and _, the first no _']],
    [{ ...served, EVENTSTORE_USERNAME: 'x' }, ['EVENTSTORE_USERNAME and EVENTSTORE_PASSWORD go together: set both or neither']],
    [{ ...served, NEO4J_URL: 'http://graph' }, ['NEO4J_URL must look like bolt://host:7687 or neo4j+s://host:7687']],
    [{ ...served, NEO4J_URL: 'bolt://me:you@graph' }, ['NEO4J_URL holds a user: set NEO4J_USERNAME and NEO4J_PASSWORD instead']],
    [{ ...served, NEO4J_PASSWORD_FILE: '/x' }, ['NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set: leave one of them out']],
    [{ KITHLINE_SETTINGS: '/not/there' }, ['KITHLINE_SETTINGS names /not/there, which cannot be read (ENOENT)']],
  ])('are refused in one line a mistake: %j', async (env, mistakes) => {
    expect((await read(env)).mistakes).toEqual(mistakes);
  });

  it('never show a password', async () => {
    const { mistakes } = await read({ ...served, EVENTSTORE_URL: 'esdb://me:hidden@log:2113?tls=false' });
    expect(mistakes).toHaveLength(1);
    expect(mistakes.join()).not.toContain('hidden');
  });
});

describe('Settings of a process', () => {
  it('say where it listens and how much it says', () => {
    const given = new Given({ PORT: '70000', HOST: '0.0.0.0', LOG_LEVEL: 'loud' });
    expect(readProcess(given, 3211)).toEqual({ host: '0.0.0.0', port: 3211, logLevel: 'info' });
    expect(given.mistakes).toEqual([
      expect.stringContaining('HOST is 0.0.0.0'),
      'PORT is 70000: it must be a whole number from 0 to 65535',
      expect.stringContaining('LOG_LEVEL is loud'),
    ]);
  });
});

describe('A port that cannot be had', () => {
  const where = { port: 3210, host: '127.0.0.1' };

  it('is told by its number where another process has it', () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    expect(whyNotListening(error, where)).toEqual(
      new Error('port 3210 of 127.0.0.1 is taken by another process: name another one with PORT, or 0 for any'),
    );
  });

  it('is told as it is for any other reason', () => {
    const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES' });
    expect(whyNotListening(error, where)).toBe(error);
  });
});
