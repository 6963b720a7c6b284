import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BadSettings } from '@kithline/network/settings';
import { readSettings } from './settings.ts';

async function mistakes(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await readSettings(argv, env);
  } catch (error) {
    if (error instanceof BadSettings) return error.lines;
    throw error;
  }
  return [];
}

describe('The settings', () => {
  const usual = { stores: { mode: 'embedded', folder: resolve('kithline-data') }, host: '127.0.0.1', port: 3210, logLevel: 'info' };

  it('need not be given', async () => expect(await readSettings([], {})).toEqual(usual));

  it('are not given when they are set to nothing', async () =>
    expect(await readSettings([], { KITHLINE_DATA: '', HOST: '', PORT: '', LOG_LEVEL: '', LOG: '', GRAPH: '' })).toEqual(usual));

  it('are taken from the environment, the folder also from the command line', async () => {
    const env = { KITHLINE_DATA: '/a', HOST: '::1', PORT: '0', LOG_LEVEL: 'warn' };
    const stores = { mode: 'embedded', folder: resolve('/a') };
    expect(await readSettings([], env)).toEqual({ stores, host: '::1', port: 0, logLevel: 'warn' });
    expect((await readSettings(['--data', '/b'], env)).stores).toEqual({ mode: 'embedded', folder: resolve('/b') });
  });

  it('name two servers, and a folder beside them', async () => {
    const env = { LOG: 'eventstoredb', EVENTSTORE_URL: 'esdb://log:2113?tls=false', GRAPH: 'neo4j', NEO4J_URL: 'bolt://graph:7687' };
    const { stores } = await readSettings([], { ...env, NEO4J_PASSWORD: 'secret', KITHLINE_DATA: '/b' });
    expect(stores).toMatchObject({ mode: 'served', folder: resolve('/b') });
    expect(await mistakes([], env)).toEqual([expect.stringMatching(/^NEO4J_PASSWORD is not set/)]);
  });

  it('mean the folder that the command line names, whatever they say of servers', async () => {
    const env = { LOG: 'eventstoredb', EVENTSTORE_URL: 'esdb://log:2113?tls=false', GRAPH: 'neo4j', NEO4J_URL: 'bolt://graph:7687' };
    expect((await readSettings(['--data', '/b'], env)).stores).toEqual({ mode: 'embedded', folder: resolve('/b') });
    const folder = mkdtempSync(join(tmpdir(), 'kithline-settings-'));
    const file = join(folder, 'served.env');
    writeFileSync(
      file,
      Object.entries(env)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    expect((await readSettings(['--data', '/b'], { KITHLINE_SETTINGS: file })).stores).toEqual({ mode: 'embedded', folder: resolve('/b') });
    rmSync(folder, { recursive: true });
  });

  it('leave nobody else in, and say why', async () =>
    expect(await mistakes([], { HOST: '0.0.0.0' })).toEqual([expect.stringMatching(/^HOST is 0\.0\.0\.0: nobody signs in yet/)]));

  it('are told of every mistake at once, a line each', async () => {
    const env = { HOST: 'example.org', PORT: '80x', LOG_LEVEL: 'loud', LOG: 'eventstoredb', NEO4J_URL: 'bolt://graph:7687' };
    expect((await mistakes(['--date', 'x'], env)).map((line) => line.split(' ', 1)[0])).toEqual([
      ...['Unknown', 'HOST', 'PORT', 'LOG_LEVEL'],
      ...['LOG', 'NEO4J_URL'],
    ]);
    expect(await mistakes(['--port', '4000'], {})).toEqual([
      expect.stringMatching(/^Unknown option '--port': there is only --data FOLDER;/),
    ]);
    expect(await mistakes([], { PORT: '70000' })).toHaveLength(1);
  });
});
