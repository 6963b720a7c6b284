import { type Draft, on } from './drafts.ts';
import { answered, introduced, joined, merged, reassigned } from './facts.ts';
import type { Stage } from './stage.ts';

/** DESIGN, Graph: which of several introductions somebody came by. Told by the chain of ana. */
export function attributesIntroductions(stage: Stage): void {
  /** Who introduced ana, as of day 50 or another; null for a root. */
  const introducerOfAna = async (facts: readonly Draft[], validAt = on(50)) => {
    const { links } = await (await stage(facts)).chain({ validAt, person: 'ana' });
    return links.at(-2)?.person ?? null;
  };

  //  bea introduces ana on day 1, cyd on day 2; cyd's is accepted first
  const two = [introduced('i1', 'bea', 'ana', on(1)), introduced('i2', 'cyd', 'ana', on(2))];
  const both = [...two, answered('i2', 'Accepted', on(3)), answered('i1', 'Accepted', on(4))];

  it('is whom the introduction names that they joined by', async () =>
    expect(await introducerOfAna([...both, joined('ana', on(5), { introduction: 'i1' })])).toBe('bea'));

  it('is else the first whose introduction was accepted, not after they joined', async () => {
    expect(await introducerOfAna([...both, joined('ana', on(5))])).toBe('cyd');
    expect(await introducerOfAna([...both, joined('ana', on(3))])).toBe('cyd');
    expect(await introducerOfAna([...both, joined('ana', on(3) - 1)])).toBeNull();
    expect(await introducerOfAna(both)).toBe('cyd');
    expect(await introducerOfAna(two)).toBeNull();
  });

  it('is, of two accepted at once, the one that was recorded first', async () => {
    const once = [...two, answered('i1', 'Accepted', on(3)), answered('i2', 'Accepted', on(3))];
    expect(await introducerOfAna(once)).toBe('bea');
    const other = [...two, answered('i2', 'Accepted', on(3)), answered('i1', 'Accepted', on(3))];
    expect(await introducerOfAna(other)).toBe('cyd');
  });

  it('is not one whose introduction was declined, is unknown, or not made yet', async () => {
    expect(await introducerOfAna([...both, answered('i2', 'Declined', on(6))])).toBe('bea');
    expect(await introducerOfAna([...both, answered('i2', 'Declined', on(6))], on(5))).toBe('cyd');
    expect(await introducerOfAna([...both, joined('ana', on(5), { introduction: 'i9' })])).toBe('cyd');
    expect(await introducerOfAna(both, on(3) - 1)).toBeNull();
  });

  it('is from its time on whom a reassignment names, also for a root', async () => {
    const moved = [...both, reassigned('ana', 'dov', on(20)), reassigned('ana', 'eve', on(30))];
    expect(await introducerOfAna(moved, on(10))).toBe('cyd');
    expect(await introducerOfAna(moved, on(20))).toBe('dov');
    expect(await introducerOfAna(moved, on(30))).toBe('eve');
    expect(await introducerOfAna([joined('ana', on(5)), reassigned('ana', 'dov', on(20))])).toBe('dov');
  });

  it('is never the person under another of their ids', async () =>
    expect(await introducerOfAna([...both, merged('ana', 'cyd', on(9))])).toBe('bea'));
}
