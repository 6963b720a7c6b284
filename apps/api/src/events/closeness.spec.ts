import { describe, expect, it } from '@jest/globals';
import { Closeness } from './closeness.ts';

const [outcome, bytes] = ['written' as const, 700];
const written = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => ({ position: (from + i + 1) * bytes, outcome }));

describe('The closeness of a graph to what is sent', () => {
  it('asks nothing of the graph for the first twenty thousand events', () => expect(new Closeness().after(written(0, 20_999))).toBe(0));

  it.each([1, 999, 5_000, 60_000])('lets it be as many events behind, to a thousand, in batches of %d', (size) => {
    const closeness = new Closeness();
    for (let sent = 0; sent < 60_000; sent += size) {
      const due = closeness.after(written(sent, sent + size)) / bytes;
      const behind = sent + size - due;
      expect(behind).toBeLessThan(21_000);
      if (due > 0) expect(behind).toBeGreaterThanOrEqual(20_000);
    }
  });

  it('does not count what the log had already', () => {
    const closeness = new Closeness();
    const known = Array.from({ length: 50_000 }, () => ({ position: 7, outcome: 'known' as const }));
    expect(closeness.after(known)).toBe(0);
  });
});
