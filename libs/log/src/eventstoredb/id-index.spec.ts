import { storedId } from '@kithline/touchpoints';
import { IdIndex } from './id-index.ts';

const idOf = (i: number) => storedId('urn:test', `t-${i}`);

describe('The index of stored ids', () => {
  it('finds where each id stands, however many there are', () => {
    const index = new IdIndex();
    for (let i = 1; i <= 50_000; i++) index.add(idOf(i), i * 417);
    for (let i = 1; i <= 50_000; i += 7) expect(index.candidates(idOf(i))).toContain(i * 417);
    const strangers = Array.from({ length: 5_000 }, (_, i) => index.candidates(idOf(-i - 1)).length);
    expect(strangers.filter((count) => count > 0).length).toBeLessThan(10);
  });

  it('gives every place of ids that look alike', () => {
    const index = new IdIndex();
    index.add('ffffffff-0000-5000-8000-000000000001', 5);
    index.add('ffffffff-0000-5000-8000-000000000002', 9);
    index.add('0000ffff-0000-5000-8000-000000000002', 11);
    expect(index.candidates('ffffffff-1111-5000-8000-000000000003')).toEqual([5, 9]);
  });
});
