import type { Draft } from './drafts.ts';
import { merged, parted } from './facts.ts';
import type { Stage } from './stage.ts';

/** DESIGN, merges: who stands for whom. Told by who answers for each id. */
export function standsForMergedIds(stage: Stage): void {
  /** Who answers for each of ana, ben and cat. */
  const representatives = async (...steps: readonly Draft[]) => {
    const graph = await stage(steps);
    const chains = await Promise.all(['ana', 'ben', 'cat'].map((person) => graph.chain({ validAt: 9, person })));
    return chains.map(({ representative }) => representative).join(' ');
  };

  it('is the survivor that is not itself merged', async () =>
    expect(await representatives(merged('ben', 'ana', 0), merged('cat', 'ben', 0))).toBe('cat cat cat'));

  it('is the smallest id when the merges go in a circle', async () =>
    expect(await representatives(merged('ben', 'ana', 0), merged('ana', 'ben', 0))).toBe('ana ana '));

  it('is everybody for themselves again once the merge is reversed', async () =>
    expect(await representatives(merged('ben', 'ana', 0), parted('ben', 'ana', 0))).toBe('ana ben '));

  it('loses only the last merge of exactly that pair to a reversal', async () =>
    expect(await representatives(merged('ben', 'ana', 0), merged('ben', 'ana', 0), parted('ben', 'ana', 0))).toBe('ben ben '));

  it('does not care about a reversal of a merge that never was', async () =>
    expect(await representatives(parted('ana', 'ben', 0), merged('ben', 'ana', 0))).toBe('ben ben '));

  it('is known whenever the merge was noted, for every V', async () =>
    expect(await representatives(merged('ben', 'ana', 99))).toBe('ben ben '));
}
