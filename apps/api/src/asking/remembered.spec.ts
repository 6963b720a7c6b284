import { describe, expect, it } from '@jest/globals';
import { Remembered } from './remembered.ts';

describe('What is remembered', () => {
  it('is made once for as long as it is among the newest', () => {
    const made: string[] = [];
    const remembered = new Remembered<string>(2);
    const ask = (text: string): string => remembered.get(text, () => (made.push(text), text.toUpperCase()));
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b', 'd', 'e', 'f', 'g', 'b']) expect(ask(text)).toBe(text.toUpperCase());
    expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']);
  });

  it('is not what could not be made', () => {
    const remembered = new Remembered<number>(2);
    const fails = (): number => {
      throw new Error('no');
    };
    expect(() => remembered.get('a', fails)).toThrow('no');
    expect(remembered.get('a', () => 1)).toBe(1);
  });
});
