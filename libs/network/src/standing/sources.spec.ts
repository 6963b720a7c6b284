import { describe, expect, it } from '@jest/globals';
import { demoEvents, generate } from '@kithline/examples';
import { sourcesIn } from './sources.ts';

describe('The sources of a network', () => {
  it('are all made up where the demo and the generator made it', () => {
    const generated = generate({ people: 20, touchpoints: 20, seed: 7, from: '2025-01-01T00:00:00Z', to: '2025-02-01T00:00:00Z' });
    const names = new Set([...demoEvents(), ...generated].map(({ source }) => source));
    expect(sourcesIn(names)).toEqual({ count: names.size, madeUp: [...names], others: [] });
    expect(names.size).toBeGreaterThan(1);
  });

  it('are told apart from those of real people, wherever they stand', () => {
    const names = ['urn:kithline:examples:harbour', 'urn:partner:mill', 'urn:kithline:api', 'x:urn:kithline:examples:harbour'];
    expect(sourcesIn(names)).toEqual({ count: 4, madeUp: names.slice(0, 1), others: names.slice(1) });
  });

  it('are named up to a hundred, and counted all', () => {
    const names = [...Array.from({ length: 150 }, (_, i) => `urn:kithline:generated:${i}`), 'urn:partner:mill'];
    const { count, madeUp, others } = sourcesIn(names);
    expect([count, madeUp.length, others]).toEqual([151, 100, ['urn:partner:mill']]);
  });
});
