import { describe, expect, it } from '@jest/globals';
import { commands } from './commands/table.ts';
import { run } from './run.ts';
import { capturedDoor } from './testing/captured-door.ts';

type Said = Readonly<{ exit: number; out: string; err: string }>;

async function calledWith(settings: NodeJS.ProcessEnv, ...argv: string[]): Promise<Said> {
  const door = capturedDoor();
  const exit = await run(argv, door, settings);
  return { exit, out: door.written(), err: door.complained() };
}
const called = (...argv: string[]): Promise<Said> => calledWith({}, ...argv);

describe('The command line', () => {
  it('names every command when asked for help, and when asked for nothing', async () => {
    const { exit, out } = await called('--help');
    expect(exit).toBe(0);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`^ +${name} +${summary.slice(0, 20)}`, 'm'));
    expect(await called()).toEqual({ exit, out, err: '' });
  });

  it('tells every mistake in the settings in a line of its own, unless --data means a folder', async () => {
    const settings = { LOG: 'eventstoredb', EVENTSTORE_URL: 'http://log', GRAPH: 'neo4j', NEO4J_URL: 'bolt://graph:7687' };
    const { exit, err } = await calledWith(settings, 'retention');
    expect(exit).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^kithline: the address of EventStoreDB must look like/),
      expect.stringMatching(/^kithline: NEO4J_PASSWORD is not set/),
    ]);
    expect(JSON.parse((await calledWith(settings, 'retention', '--json')).err)).toMatchObject({ code: 'invalid_settings', status: 400 });
    expect((await calledWith(settings, 'verify', '--data', '/not/there')).err).toContain('there is no log in /not/there');
    expect((await calledWith(settings, 'completion', 'bash')).exit).toBe(0);
  });

  it('tells its version', async () => {
    expect(await called('--version')).toEqual({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });

  it.each(commands.filter(({ group }) => group !== 'Ask').map(({ name }) => name))('shows an example of %s', async (name) => {
    const { exit, out } = await called(name, '--help');
    expect(exit).toBe(0);
    expect(out).toContain(`Example:\n  ${commands.find((spec) => spec.name === name)?.example}`);
    expect(out).toContain('--data <folder>');
  });

  it.each([
    [['improt'], /unknown command 'improt'/],
    [['verify', '--fast'], /unknown option '--fast'/],
    [['backup'], /missing required argument 'file'/],
    [['verify', 'this'], /too many arguments/],
    [['generate', '--seed', '1', '--seed', '2'], /once only/],
    [['completion', 'csh'], /bash, zsh and fish/],
  ])('refuses %j with exit 2', async (argv, message) => {
    const { exit, out, err } = await called(...argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('tells of a problem as one JSON object when JSON was asked for', async () => {
    const { err } = await called('verify', '--fast', '--json');
    expect(JSON.parse(err)).toEqual({
      title: 'This cannot be understood',
      status: 400,
      code: 'invalid_command',
      detail: "unknown option '--fast'",
      errors: [{ field: 'command', message: "unknown option '--fast'" }],
    });
  });
});
