import { describe, expect, it } from '@jest/globals';
import { Away } from './away.ts';

describe('A store that is away', () => {
  it('is told of once, again every half minute, and when it is back', () => {
    let now = 0;
    const said: string[] = [];
    const away = new Away('the log', { now: () => now, report: (line) => void said.push(line) });
    const heard = (at: number, trouble?: string): readonly string[] => {
      now = at;
      away.heard(trouble === undefined ? undefined : new Error(trouble));
      return said.splice(0);
    };
    expect(heard(0)).toEqual([]);
    expect(heard(1_000, 'gone')).toEqual(['waiting for the log: gone']);
    expect(heard(2_000, 'gone')).toEqual([]);
    expect(heard(31_000, 'still gone')).toEqual(['waiting for the log: still gone']);
    expect(heard(40_000)).toEqual(['the log is back after 39 s']);
    expect(heard(41_000)).toEqual([]);
    expect(heard(42_000, 'gone')).toEqual(['waiting for the log: gone']);
  });
});
