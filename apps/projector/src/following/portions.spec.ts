import { Portions } from './portions.ts';

const limits = { events: 1_000, ms: 50 };
const batch = (count: number) => Array.from({ length: count }, (_, i) => ({ position: i + 1 }));
const tooLarge = Object.assign(new Error('more than it allows'), { name: 'GraphUnavailable', code: 'too-large' });

describe('Portions', () => {
  it('are half as large after one that was too much, and grow again when many passed', async () => {
    const portions = new Portions();
    await expect(portions.pass(batch(101), () => Promise.reject(tooLarge))).rejects.toThrow(
      '101 events at once are too much for the graph, 50',
    );
    expect(portions.within(limits)).toEqual({ events: 50, ms: 50 });
    for (let i = 0; i < 20; i++) await portions.pass(batch(50), async () => undefined);
    expect(portions.within(limits)).toEqual({ events: 100, ms: 50 });
  });

  it('stay as they are when something else failed, which is told as it is', async () => {
    const portions = new Portions();
    const other = new Error('something else');
    await expect(portions.pass(batch(2), () => Promise.reject(other))).rejects.toBe(other);
    expect(portions.within(limits)).toEqual(limits);
  });
});
