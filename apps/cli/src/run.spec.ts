import { describe, expect, it } from '@jest/globals';
import { commands } from './commands/table.ts';
import { run } from './run.ts';
import { capturedDoor } from './testing/captured-door.ts';

async function called(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const door = capturedDoor();
  const exit = await run(argv, door, {});
  return { exit, out: door.written(), err: door.complained() };
}

describe('The command line', () => {
  it('names every command when asked for help, and when asked for nothing', async () => {
    const { exit, out } = await called('--help');
    expect(exit).toBe(0);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`^ +${name} +${summary.slice(0, 20)}`, 'm'));
    expect(await called()).toEqual({ exit, out, err: '' });
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
