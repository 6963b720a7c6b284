import { useEffect, useRef, useState } from 'react';

const duration = 450;
/** Slow at both ends. */
const eased = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** Whether somebody has asked their system for less motion. */
const isStill = (): boolean => typeof matchMedia === 'undefined' || matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Numbers on their way to a target, so that a change can be seen as movement. While they move they are another array; at rest
 * they are the target itself. A target of another length, and any target for people who want no motion, is there at once.
 */
export function useTween(target: readonly number[]): readonly number[] {
  const [shown, setShown] = useState(target);
  const latest = useRef(target);
  useEffect(() => {
    const from = latest.current;
    if (from.length !== target.length || isStill() || same(from, target)) {
      latest.current = target;
      setShown(target);
      return undefined;
    }
    let frame = 0;
    const started = performance.now();
    const step = (now: number): void => {
      const t = Math.min(1, (now - started) / duration);
      latest.current = t === 1 ? target : between(from, target, eased(t));
      setShown(latest.current);
      if (t < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown.length === target.length ? shown : target;
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.every((value, i) => value === b[i]);
const between = (a: readonly number[], b: readonly number[], t: number): number[] =>
  a.map((value, i) => value + ((b[i] ?? value) - value) * t);
