import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useDraft } from './use-draft.ts';

const drafted = (commit: (value: number) => void) => {
  const hook = renderHook(({ value }) => useDraft(value, commit), { initialProps: { value: 1 } });
  return { shown: () => hook.result.current[0], change: (next: number) => act(() => hook.result.current[1](next)), hook };
};
const wait = (ms: number): void => act(() => jest.advanceTimersByTime(ms));

describe('A draft', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is shown at once and committed when it rests, once', () => {
    const commit = jest.fn();
    const { shown, change } = drafted(commit);
    change(2);
    wait(100);
    change(3);
    expect([shown(), commit.mock.calls]).toEqual([3, []]);
    wait(200);
    expect(commit.mock.calls).toEqual([[3]]);
    expect(shown()).toBe(3);
  });

  it('is not lost when what was committed before comes back meanwhile', () => {
    const commit = jest.fn();
    const { shown, change, hook } = drafted(commit);
    change(2);
    wait(200);
    change(5);
    hook.rerender({ value: 2 });
    expect(shown()).toBe(5);
    wait(200);
    expect(commit.mock.calls).toEqual([[2], [5]]);
  });

  it('gives way to what is committed from elsewhere', () => {
    const commit = jest.fn();
    const { shown, change, hook } = drafted(commit);
    change(2);
    hook.rerender({ value: 9 });
    wait(200);
    expect([shown(), commit.mock.calls]).toEqual([9, []]);
  });
});
