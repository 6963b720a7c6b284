import type { Paths } from '@kithline/graph';
import { answer } from './answer.ts';
import { asked } from './testing/asked.ts';
import { observed } from './testing/observed.ts';

const edge = { id: 'i', kind: 'introduction', at: Date.parse('2026-01-02T00:00:00Z'), coarse: false, community: null };
const through = (...nodes: readonly (string | null)[]): Paths => ({
  paths: [{ nodes, edges: nodes.slice(1).map(() => [edge]) }],
  reached: [],
  complete: true,
});
const told = (found: Paths, to?: string) =>
  answer(
    observed({ knows: () => Promise.resolve(true), paths: () => Promise.resolve(found) }),
    asked('paths', { from: 'gb', ...(to !== undefined && { to }) }),
  );

describe('A path', () => {
  it('says that an end stands under another id since it was merged', async () => {
    const merged = ['merged', 'not_for_publication'];
    expect((await told(through('ga', 'gc'), 'gc')).notes).toEqual(merged);
    expect((await told(through('gb', 'ga'), 'gc')).notes).toContain('merged');
    expect((await told(through('gb', 'gc'), 'gc')).notes).not.toContain('merged');
    expect((await told({ ...through(), paths: [], reached: [{ person: 'ga', masked: false, hops: 0 }] })).notes).toContain('merged');
  });

  it('says that somebody on it may not be named', async () => {
    expect((await told(through('gb', null, 'gc'), 'gc')).rows).toMatchObject([{ nodes: ['gb', null, 'gc'], masked: true }]);
    expect((await told(through('gb', 'gc'), 'gc')).rows[0]).not.toHaveProperty('masked');
  });
});
