import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useTween } from './use-tween.ts';

const motion = (reduced: boolean): void => void Object.assign(globalThis, { matchMedia: () => ({ matches: reduced }) });

describe('Numbers on their way', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const moved = (from: number[], to: number[]) => {
    const hook = renderHook(({ target }) => useTween(target), { initialProps: { target: from } });
    hook.rerender({ target: to });
    return hook.result;
  };

  it('pass through what lies between, and come to rest at the target itself', () => {
    motion(false);
    const target = [10, 0];
    const shown = moved([0, 0], target);
    act(() => jest.advanceTimersByTime(225));
    expect(shown.current[0]).toBeGreaterThan(0);
    expect(shown.current[0]).toBeLessThan(10);
    act(() => jest.advanceTimersByTime(400));
    expect(shown.current).toBe(target);
  });

  it('are there at once for whoever wants no motion', () => {
    motion(true);
    expect(moved([0], [10]).current).toEqual([10]);
  });

  it('are there at once when there are more or fewer of them', () => {
    motion(false);
    expect(moved([0], [10, 20]).current).toEqual([10, 20]);
  });
});
