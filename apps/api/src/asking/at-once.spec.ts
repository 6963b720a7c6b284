import { describe, expect, it } from '@jest/globals';
import { AtOnce } from './at-once.ts';

describe('What goes on at once', () => {
  it('is no more than may be, and gives its place back once', async () => {
    const atOnce = new AtOnce(2, 'questions');
    const leave = atOnce.enter();
    atOnce.enter();
    await expect(atOnce.run(async () => 1)).rejects.toMatchObject({ status: 429, code: 'too_many_questions' });
    leave();
    leave();
    expect(await atOnce.run(async () => 1)).toBe(1);
    await expect(atOnce.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    atOnce.enter();
    expect(() => atOnce.enter()).toThrow('no more than 2 questions at once');
  });
});
