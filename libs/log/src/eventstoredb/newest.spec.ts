import { Newest } from './newest.ts';

describe('The newest position that is known', () => {
  let now = 1_000;
  let newest: Newest;
  beforeEach(() => {
    now = 1_000;
    newest = new Newest(100, () => now);
  });

  it('is none before anything was written', () => {
    expect([newest.above(), newest.above()]).toEqual([undefined, undefined]);
  });

  it('stands for half a moment', () => {
    newest.found(7, now);
    now += 49;
    expect([newest.above(), newest.above()]).toEqual([7, 7]);
  });

  it('is then renewed by one, and stands for the others until the moment is over', () => {
    newest.found(7, now);
    now += 51;
    expect([newest.above(), newest.above(), newest.above()]).toEqual([undefined, 7, 7]);
    newest.found(9, now);
    expect(newest.above()).toBe(9);
    now += 100;
    expect([newest.above(), newest.above()]).toEqual([undefined, undefined]);
  });

  it('is of what was written last, whatever was heard of last', () => {
    newest.found(9, now);
    newest.found(7, now - 10);
    expect(newest.above()).toBe(9);
  });

  it('is raised by what is written meanwhile, and no younger by that', () => {
    newest.raise(5);
    expect(newest.above()).toBeUndefined();
    newest.found(7, now);
    newest.raise(9);
    newest.raise(8);
    expect(newest.above()).toBe(9);
    now += 100;
    expect(newest.above()).toBeUndefined();
  });
});
