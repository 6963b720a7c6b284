import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.ts';

/** Commits, and how many pieces of work each of them took. */
function counted() {
  const sizes: number[] = [];
  const commits = new GroupCommit((works) => {
    sizes.push(works.length);
    return works.map((work) => ({ result: work() }));
  });
  return { commits, sizes };
}

describe('A group commit', () => {
  it('takes along what comes a turn later', async () => {
    const { commits, sizes } = counted();
    const first = commits.add(() => 'first');
    await turn();
    const second = commits.add(() => 'second');
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
    expect(sizes).toEqual([2]);
  });

  it('does not wait for a turn that brings nothing', async () => {
    const { commits, sizes } = counted();
    await commits.add(() => 'first');
    await commits.add(() => 'second');
    expect(sizes).toEqual([1, 1]);
  });

  it('lets nobody wait for ever, however many come', async () => {
    const { commits, sizes } = counted();
    const all: Promise<number>[] = [];
    for (let i = 0; sizes.length === 0; i++) {
      all.push(commits.add(() => i));
      await turn();
    }
    await Promise.all(all);
    expect(sizes[0]).toBe(256);
  });
});
