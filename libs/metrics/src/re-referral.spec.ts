import type { ReReferralGroup } from '@kithline/graph';
import { answer } from './answer.ts';
import { asked } from './testing/asked.ts';
import { observed } from './testing/observed.ts';

const rest = { immature: 0, censored: 0, noconsent: 0, open: 0, excluded: 0 };
const group = (name: string, referred: number, mature: number): ReReferralGroup => ({
  group: name,
  masked: false,
  referred,
  mature,
  ...rest,
});
/** Practitioners who are all alike, and some who are not. */
const alike = Array.from({ length: 4 }, () => ({ referred: 5, mature: 35 }));
const unlike = [3, 10, 20, 30].map((referred) => ({ referred, mature: 35 }));

async function shrunkOf(groups: readonly ReReferralGroup[], practitioners: typeof alike): Promise<readonly unknown[]> {
  const graph = observed({ reReferrals: () => Promise.resolve({ groups, practitioners }) });
  const { groups: shown } = await answer(graph, asked('re-referral', { by: 'pathway', disclosure: 'public' }));
  return shown.map(({ shrunk }) => shrunk);
}

describe('The shrunk share of a group', () => {
  it('is that of all where practitioners are alike and nothing is hidden', async () =>
    expect(await shrunkOf([group('a', 20, 140), group('b', 14, 98)], alike)).toEqual([1 / 7, 1 / 7]));

  it('is not told where it is that of all and a group is hidden, which could be worked out from it', async () => {
    expect(await shrunkOf([group('a', 20, 140), group('b', 9, 79)], alike)).toEqual([null, null]);
    expect(await shrunkOf([group('a', 20, 140), group('b', 0, 9)], alike)).toEqual([null, null]);
  });

  it('is told beside a hidden group where it is of practitioners who differ', async () => {
    const [a, b] = await shrunkOf([group('a', 20, 140), group('b', 9, 79)], unlike);
    expect(a).toBeCloseTo(0.15, 1);
    expect(b).toBeNull();
  });
});
