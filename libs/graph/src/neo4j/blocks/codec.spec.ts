import fc from 'fast-check';
import { Journal } from '../../in-memory/journal.ts';
import { fingerprintOf } from '../../in-memory/fingerprint.ts';
import { answered, granted, introduced, joined, made, merged as mergedPersons, scored, touched } from '../../testing/facts.ts';
import { type Draft, PAPER } from '../../testing/drafts.ts';
import type { GraphChange, GraphFact } from '../../graph-fact.ts';
import { extended } from '../reading/extended.ts';
import { batchOf } from '../writing/batch.ts';
import type { Block } from './block.ts';
import { decode, encode } from './codec.ts';
import { merged } from './merged.ts';

const drafts: readonly Draft[] = [
  joined('ana', 1, { introduction: 'i1', pathway: 'introduced' }),
  introduced('i1', 'bea', 'ana', Date.UTC(2026, 0, 1)),
  answered('i1', 'Accepted', 2 ** 41),
  made('r1', 'ana', 3, { referrer: 'bea', observedFrom: 2 }),
  granted('zoë', -5, { since: -7 }),
  scored('ana', 6, 12.5),
  touched('bea', 7),
  mergedPersons('ana', 'bea', 8),
];

/** Facts at positions in any order, some again, some taken back, in batches. */
const change = fc.record({ draft: fc.constantFrom(...drafts), position: fc.integer({ min: 1, max: 12 }), retract: fc.boolean() });
const batches = fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

type Drawn = Readonly<{ draft: Draft; position: number; retract: boolean }>;
const changeOf = ({ draft, position, retract }: Drawn): GraphChange =>
  retract ? { change: 'retract', position } : { change: 'replace', fact: { source: PAPER, ...draft, position } as GraphFact };
const hashOf = (journal: Journal): string => fingerprintOf(journal, { position: 1, recordedAt: null });

/** Writes the batches to a journal, and gives what each wrote as it comes back from its bytes. */
async function play(drawn: readonly (readonly Drawn[])[]): Promise<{ journal: Journal; blocks: readonly Block[] }> {
  const journal = new Journal();
  const blocks: Block[] = [];
  for (const batch of drawn) blocks.push(await decode(encode(batchOf(journal, batch.map(changeOf)).block)));
  return { journal, blocks };
}

describe('What a batch wrote, as columns', () => {
  it('makes the journal that wrote it, batch by batch, all at once, or with some merged', () =>
    fc.assert(
      fc.asyncProperty(batches, fc.nat(7), async (drawn, at) => {
        const { journal, blocks } = await play(drawn);
        const wanted = hashOf(journal);
        expect(hashOf(blocks.reduce((known, block) => extended(known, [block]), new Journal()))).toBe(wanted);
        expect(hashOf(extended(new Journal(), blocks))).toBe(wanted);
        expect(hashOf(extended(new Journal(), [await decode(encode(merged(blocks)))]))).toBe(wanted);
        const part = extended(new Journal(), blocks.slice(0, at));
        expect(hashOf(extended(part, [merged(blocks)]))).toBe(wanted);
      }),
    ));

  it('has room for what comes behind a fact that came late', async () => {
    const rows = (positions: readonly number[]) =>
      positions.map((position) => ({ draft: touched('bea', position), position, retract: false }));
    const even = Array.from({ length: 100 }, (_, i) => 2 * i);
    const { journal, blocks } = await play([rows(even), rows([7, 9]), rows([300, 301])]);
    expect(hashOf(extended(new Journal(), blocks))).toBe(hashOf(journal));
  });

  it('leaves a journal that somebody still reads as it was', () =>
    fc.assert(
      fc.asyncProperty(batches, async (drawn) => {
        const { blocks } = await play(drawn);
        const hashes: string[] = [];
        const journals: Journal[] = [];
        let journal = new Journal();
        for (const block of blocks) {
          journals.push((journal = extended(journal, [block])));
          hashes.push(hashOf(journal));
        }
        expect(journals.map(hashOf)).toEqual(hashes);
      }),
    ));
});
