import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { run } from '../run.ts';
import { capturedDoor } from '../testing/captured-door.ts';

async function script(shell: string): Promise<string> {
  const door = capturedDoor();
  expect(await run(['completion', shell], door, {})).toBe(0);
  return door.written();
}

/** What bash would offer for the last of these words. */
async function offered(...words: string[]): Promise<readonly string[]> {
  const ask = `COMP_WORDS=(${['kithline', ...words].map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _kithline; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const input = `complete() { :; }\n${await script('bash')}\n${ask}\n`;
  return execFileSync('bash', ['--norc', '-s'], { input, encoding: 'utf8' }).trim().split('\n');
}

describe('Completion', () => {
  it('offers commands, their options and the values of those, in bash', async () => {
    expect(await offered('re')).toEqual(['retention', 're-engagement', 're-referral', 'rebuild']);
    expect(await offered('--data', 'x', 'lat')).toEqual(['latency']);
    expect(await offered('latency', '--v')).toEqual(['--variant', '--valid-at']);
    expect(await offered('latency', '--variant', '')).toEqual(['aalen-johansen', 'km']);
    expect(await offered('consent-basis', 'r')).toEqual(['revoke']);
  });

  it.each(['zsh', 'fish'])('knows every command in %s', async (shell) => {
    const text = await script(shell);
    for (const name of ['import', 'retention', 'events', 'generate']) expect(text).toContain(name);
    expect(text).toContain(shell === 'zsh' ? '--valid-at' : '-l valid-at');
  });
});
