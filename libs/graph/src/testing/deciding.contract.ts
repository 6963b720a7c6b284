import type { GraphFact } from '../graph-fact.ts';
import { covered, type Draft, on, recorded } from './drafts.ts';
import { erased, granted, joined, made, merged, parted } from './facts.ts';
import type { OpenGraph, Play } from './stage.ts';

const drafted = (referral: string, person: string): Draft => ({ ...made(referral, person, on(1)), type: 'ReferralDrafted' }) as Draft;

/** What those look at who decide and who forget, whatever was consented to. */
export function tellsWhatDecidersNeed(play: Play): void {
  const referralsOf = async (person: string, ...facts: readonly Draft[]) => [...(await (await play(facts)).referralsOf(person))].sort();
  const two = [made('r1', 'ben', on(1)), made('r2', 'benjamin', on(2)), made('r3', 'cat', on(3))];

  it('finds the referrals that were made for a person, each once', async () => {
    expect(await referralsOf('ben', drafted('r0', 'ben'), ...two, made('r1', 'ben', on(9)))).toEqual(['r1']);
    expect(await referralsOf('nobody', ...two)).toEqual([]);
  });

  it('finds those of all ids that were found to be the same person', async () => {
    const one = [...two, merged('ben', 'benjamin', on(9))];
    expect(await referralsOf('ben', ...one)).toEqual(['r1', 'r2']);
    expect(await referralsOf('benjamin', ...one)).toEqual(['r1', 'r2']);
    expect(await referralsOf('ben', ...one, parted('ben', 'benjamin', on(10)))).toEqual(['r1']);
  });

  it('finds the referrals of who never consented, and of who was erased', async () =>
    expect(await referralsOf('ben', ...two, erased('ben', on(9)))).toEqual(['r1']));

  it('finds no referral that was annulled, and one that was corrected under whom it now names', async () => {
    const { store, referralsOf: found }: OpenGraph = await play(two);
    const instead: GraphFact = { ...recorded([made('r1', 'cat', on(1))])[0]! };
    await store.apply(
      [
        { change: 'replace', fact: instead },
        { change: 'retract', position: 2 },
      ],
      3,
      { position: 5, recordedAt: 0, ledger: '' },
    );
    expect([await found('ben'), await found('benjamin'), [...(await found('cat'))].sort()]).toEqual([[], [], ['r1', 'r3']]);
  });

  it('knows who was erased, under any of their ids, and when they consent again what had been recorded until then', async () => {
    const facts = covered(joined('ana', on(1)), joined('bea', on(1)), merged('ana', 'anna', on(2)), erased('anna', on(3)));
    const gone = await (await play(facts)).erased();
    const [erasure, later] = [facts.length, facts.length + 1];
    expect(['ana', 'anna', 'bea', 'nobody'].map((id) => gone(id, later))).toEqual([true, true, false, false]);
    const back = await (await play([...facts, granted('ana', on(4))])).erased();
    expect(['ana', 'anna', 'bea'].map((id) => [back(id, erasure), back(id, later)])).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ]);
  });
}
