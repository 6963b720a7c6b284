import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

/** Work that says when it begins and ends, and ends when it is told to. */
function diary() {
  const said: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => async (): Promise<string> => {
    said.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    said.push(`${name} ends`);
    return name;
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await turn();
  };
  return { said, work, end };
}

describe('Turns', () => {
  it('let those who share go together, and who must be alone before those who came later', async () => {
    const { said, work, end } = diary();
    const turns = new Turns();
    const all = [turns.share(work('a')), turns.share(work('b')), turns.alone(work('page')), turns.share(work('c'))];
    await end('a');
    expect(said).toEqual(['a begins', 'b begins', 'a ends']);
    await end('b');
    expect(said.slice(3)).toEqual(['b ends', 'page begins']);
    await end('page');
    expect(said.slice(5)).toEqual(['page ends', 'c begins']);
    await end('c');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'page', 'c']);
  });

  it('go on after work that failed', async () => {
    const turns = new Turns();
    const fails = async (): Promise<never> => Promise.reject(new Error('no'));
    await expect(turns.alone(fails)).rejects.toThrow('no');
    await expect(turns.share(fails)).rejects.toThrow('no');
    expect(await turns.alone(async () => 'done')).toBe('done');
    expect(await turns.share(async () => 'asked')).toBe('asked');
  });
});
