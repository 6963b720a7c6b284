import { setImmediate as aMoment } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.ts';

describe('Work in turn', () => {
  const doing = (log: string[], name: string) => async (): Promise<string> => {
    log.push(`${name} begins`);
    await aMoment();
    log.push(`${name} ends`);
    return name;
  };

  it('is done one after the other where it is about the same', async () => {
    const [turns, log] = [new InTurn(), [] as string[]];
    const names = await Promise.all(['a', 'b', 'c'].map((name) => turns.run('same', doing(log, name))));
    expect(names).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('is done at once where it is not', async () => {
    const [turns, log] = [new InTurn(), [] as string[]];
    await Promise.all(['a', 'b'].map((name) => turns.run(name, doing(log, name))));
    expect(log).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });

  it('is turned away where as much waits for the same as may, and taken on again after that', async () => {
    const [turns, log] = [new InTurn(2), [] as string[]];
    const taken = ['a', 'b'].map((name) => turns.run('same', doing(log, name)));
    await expect(turns.run('same', doing(log, 'c'))).rejects.toMatchObject({ status: 429, code: 'too_many_commands_to_one_stream' });
    expect(await turns.run('other', doing(log, 'd'))).toBe('d');
    await Promise.all(taken);
    expect(await turns.run('same', doing(log, 'e'))).toBe('e');
    expect(log).not.toContain('c begins');
  });

  it('goes on after what failed', async () => {
    const turns = new InTurn();
    const failed = turns.run('same', () => Promise.reject(new Error('no')));
    const next = turns.run('same', () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
