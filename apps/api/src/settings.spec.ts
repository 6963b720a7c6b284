import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BadSettings, readSettings } from './settings.ts';

function mistakes(argv: readonly string[], env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings(argv, env);
  } catch (error) {
    if (error instanceof BadSettings) return error.lines;
    throw error;
  }
  return [];
}

describe('The settings', () => {
  it('need not be given', () =>
    expect(readSettings([], {})).toEqual({ folder: resolve('kithline-data'), host: '127.0.0.1', port: 3210, logLevel: 'info' }));

  it('are not given when they are set to nothing', () =>
    expect(readSettings([], { KITHLINE_DATA: '', HOST: '', PORT: '', LOG_LEVEL: '', LOG: '', GRAPH: '' })).toEqual(readSettings([], {})));

  it('are taken from the environment, the folder also from the command line', () => {
    const env = { KITHLINE_DATA: '/a', HOST: '::1', PORT: '0', LOG_LEVEL: 'warn' };
    expect(readSettings([], env)).toEqual({ folder: resolve('/a'), host: '::1', port: 0, logLevel: 'warn' });
    expect(readSettings(['--data', '/b'], env).folder).toBe(resolve('/b'));
  });

  it('leave nobody else in, and say why', () =>
    expect(mistakes([], { HOST: '0.0.0.0' })).toEqual([expect.stringMatching(/^HOST is 0\.0\.0\.0: nobody signs in yet/)]));

  it('are told of every mistake at once, a line each', () => {
    const env = { HOST: 'example.org', PORT: '80x', LOG_LEVEL: 'loud', LOG: 'eventstoredb', GRAPH: 'neo4j' };
    expect(mistakes(['--date', 'x'], env).map((line) => line.split(' ', 1)[0])).toEqual([
      'Unknown',
      'HOST',
      'PORT',
      'LOG_LEVEL',
      'LOG',
      'GRAPH',
    ]);
    expect(mistakes(['--port', '4000'], {})).toEqual([
      expect.stringMatching(/^Unknown option '--port': there is only --data FOLDER; PORT,/),
    ]);
    expect(mistakes([], { PORT: '70000' })).toHaveLength(1);
  });
});
