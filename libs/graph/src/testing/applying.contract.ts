import type { GraphChange, GraphFact } from '../graph-fact.ts';
import { CheckpointConflict, type Checkpoint } from '../graph-store.ts';
import type { PathQuestion } from '../questions/walks.ts';
import { on, recorded } from './drafts.ts';
import { answered, joined, merged, parted } from './facts.ts';
import { between } from './reading-group.ts';
import type { Open, OpenGraph } from './stage.ts';

const [ana, bea, cyd] = recorded([joined('ana', on(1)), joined('bea', on(2)), joined('cyd', on(3))]) as [GraphFact, GraphFact, GraphFact];
const record = (fact: GraphFact): GraphChange => ({ change: 'record', fact });
const at = (position: number, ledger = ''): Checkpoint => ({ position, recordedAt: on(position, 12), ledger });

const anaToDov: PathQuestion = {
  ...{ validAt: on(50), from: 'ana', to: 'dov', mode: 'shortest', over: ['introductions'], undirected: false, ever: false },
};

/** The writing side. The reader opened with it is asked who is there. */
export function appliesChanges(open: Open): void {
  let opened: OpenGraph;
  beforeEach(async () => void (opened = await open()));
  const apply = (changes: readonly GraphChange[], from: number, to: Checkpoint) => opened.store.apply(changes, from, to);
  /** Of ana, bea and cyd those who are known. */
  const there = async () => {
    const graph = await opened.graph();
    const known = await Promise.all(['ana', 'bea', 'cyd'].map((person) => graph.knows(person, on(50))));
    return ['ana', 'bea', 'cyd'].filter((_, i) => known[i]).join(' ');
  };
  const dayOfAna = async () => (await (await opened.graph()).span(on(50)))?.from;

  it('is at nothing to begin with', async () =>
    expect(await opened.store.checkpoint()).toEqual({ position: 0, recordedAt: null, ledger: '' }));

  it('moves the checkpoint with the changes, every field of it, and the graph says where it stands', async () => {
    await apply([record(ana), record(bea)], 0, at(2, '{"parked":["é"]}'));
    expect(await opened.store.checkpoint()).toEqual(at(2, '{"parked":["é"]}'));
    const { position, recordedAt } = await opened.graph();
    expect([position, recordedAt, await there()]).toEqual([2, on(2, 12), 'ana bea']);
    await apply([record(cyd)], 2, at(3));
    expect([await opened.store.checkpoint(), await there()]).toEqual([at(3), 'ana bea cyd']);
  });

  it('moves the checkpoint alone when nothing changes', async () => {
    await apply([record(ana)], 0, at(1));
    await apply([], 1, at(9));
    expect([await opened.store.checkpoint(), (await opened.graph()).position, await there()]).toEqual([at(9), 9, 'ana']);
  });

  it('refuses a writer who is behind or ahead, and changes nothing then', async () => {
    await apply([record(ana)], 0, at(1));
    await expect(apply([record(bea)], 0, at(2))).rejects.toThrow(CheckpointConflict);
    await expect(apply([record(bea)], 2, at(3))).rejects.toThrow(CheckpointConflict);
    await expect(apply([], 7, at(8))).rejects.toThrow(CheckpointConflict);
    expect([await opened.store.checkpoint(), await there()]).toEqual([at(1), 'ana']);
  });

  it('lets one of two writers win who begin at the same place', async () => {
    const outcomes = await Promise.allSettled([apply([record(ana)], 0, at(1)), apply([record({ ...bea, position: 1 })], 0, at(2))]);
    const [won] = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [i] : []));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'CheckpointConflict' } });
    expect([await opened.store.checkpoint(), await there()]).toEqual([at(won! + 1), ['ana', 'bea'][won!]]);
  });

  it('reads a fact as it was replaced, in its place, and again', async () => {
    await apply([record(ana)], 0, at(1));
    await apply([{ change: 'replace', fact: { ...ana, at: on(5) } }], 1, at(2));
    expect([await dayOfAna(), await there()]).toEqual([on(5), 'ana']);
    await apply([{ change: 'replace', fact: { ...ana, at: on(4) } }, record({ ...bea, at: on(9), position: 3 })], 2, at(3));
    expect([await dayOfAna(), await there()]).toEqual([on(4), 'ana bea']);
  });

  it('reads a fact about somebody else, of another type, where that replaced it', async () => {
    await apply([record(ana), record(bea)], 0, at(2));
    const instead = { ...merged('cyd', 'bea', on(5)), position: 1, source: ana.source } as GraphFact;
    await apply([{ change: 'replace', fact: instead }], 2, at(3));
    expect(await there()).toBe('bea cyd');
  });

  it('records a replaced fact that was never recorded, where its position stands', async () => {
    await apply([record(bea)], 0, at(2));
    await apply([{ change: 'replace', fact: ana }], 2, at(3));
    expect([await there(), await dayOfAna()]).toEqual(['ana bea', on(1)]);
  });

  it('forgets a fact that was retracted, also in the batch that recorded it, and takes it back', async () => {
    await apply([record(ana), record(bea), { change: 'retract', position: 2 }], 0, at(2));
    expect(await there()).toBe('ana');
    await apply(
      [
        { change: 'retract', position: 1 },
        { change: 'retract', position: 77 },
      ],
      2,
      at(3),
    );
    expect([await there(), await dayOfAna()]).toEqual(['', undefined]);
    await apply([{ change: 'replace', fact: bea }], 3, at(4));
    expect(await there()).toBe('bea');
  });

  it('stands as it was when a merge is retracted, and when it is reversed', async () => {
    const merge = { ...merged('ana', 'bea', on(3)), position: 3, source: ana.source } as GraphFact;
    const reverse = { ...parted('ana', 'bea', on(4)), position: 4, source: ana.source } as GraphFact;
    const answerer = async () =>
      (await (await opened.graph({ of: () => 'named' })).chain({ validAt: on(50), person: 'bea' })).representative;
    await apply([record(ana), record(bea), record(merge)], 0, at(3));
    expect(await answerer()).toBe('ana');
    await apply([record(reverse)], 3, at(4));
    expect(await answerer()).toBe('bea');
    await apply([{ change: 'retract', position: 4 }], 4, at(5));
    expect(await answerer()).toBe('ana');
    await apply([{ change: 'retract', position: 3 }], 5, at(6));
    expect(await answerer()).toBe('bea');
  });

  //  ana ──▶ ben ──▶ dov, which was declined, beside ana ──▶ bea ──▶ cyd ──▶ dov
  it('forgets that an introduction was declined when that is retracted, or is said of another one', async () => {
    const hops = ['ana-ben', 'ben-dov', 'ana-bea', 'bea-cyd', 'cyd-dov'].map((hop) => hop.split('-') as [string, string]);
    const facts = recorded([...hops.map(([from, to]) => between(from, to, 1)), answered('ben-dov', 'Declined', on(2))]);
    const [declined, ofAnother] = [facts.at(-1)!, { ...facts.at(-1)!, introduction: 'bea-cyd' } as GraphFact];
    const wayToDov = async () => {
      const graph = await opened.graph({ of: () => 'named' });
      return (await graph.paths(anaToDov)).paths[0]?.nodes.join('>');
    };
    await apply(facts.map(record), 0, at(6));
    expect(await wayToDov()).toBe('ana>bea>cyd>dov');
    await apply([{ change: 'retract', position: 6 }], 6, at(7));
    expect(await wayToDov()).toBe('ana>ben>dov');
    await apply([{ change: 'replace', fact: declined }], 7, at(8));
    expect(await wayToDov()).toBe('ana>bea>cyd>dov');
    await apply([{ change: 'replace', fact: ofAnother }], 8, at(9));
    expect(await wayToDov()).toBe('ana>ben>dov');
  });
}
