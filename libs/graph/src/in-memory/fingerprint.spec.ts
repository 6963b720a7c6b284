import fc from 'fast-check';
import type { GraphChange, GraphFact } from '../graph-fact.ts';
import { InMemoryGraphStore } from './in-memory-graph-store.ts';
import {
  answered,
  attended,
  checkedIn,
  granted,
  introduced,
  joined,
  left,
  made,
  merged,
  moved,
  scored,
  touched,
} from '../testing/facts.ts';
import { PAPER } from '../testing/drafts.ts';

const drafts = [
  joined('ana', 1, { introduction: 'i1', pathway: 'introduced' }),
  introduced('i1', 'ben', 'ana', 2),
  answered('i1', 'Accepted', 3),
  granted('ana', 4, { since: 1 }),
  made('r1', 'ana', 5, { referrer: 'ben', observedFrom: 2 }),
  moved('r1', 'Closed', 6, 'completed'),
  attended('r1', 's1', 7),
  touched('cat', 8),
  checkedIn('cat', 'e1', 9),
  scored('cat', 10, 12),
  left('cat', 11, 'moved_away'),
  merged('ana', 'cat', 12),
];
const facts = drafts.map((draft, i): GraphFact => ({ source: PAPER, ...draft, position: i + 1 }));
const end = { position: facts.length, recordedAt: 7, ledger: '' };

async function fingerprintAfter(changes: readonly GraphChange[]): Promise<string> {
  const store = new InMemoryGraphStore();
  await store.apply(changes, 0, end);
  return store.fingerprint();
}
const record = (fact: GraphFact): GraphChange => ({ change: 'record', fact });

describe('The fingerprint of a graph', () => {
  it('is the same for facts that were recorded late', () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (shuffled) => {
        expect(await fingerprintAfter(shuffled.map(record))).toBe(await fingerprintAfter(facts.map(record)));
      }),
    ));

  it('is the same after a correction that was taken back, and without what was retracted', async () => {
    const [first, ...rest] = facts as [GraphFact, ...GraphFact[]];
    const corrected: GraphFact = { ...first, person: 'dov' } as GraphFact;
    const changes: GraphChange[] = [{ change: 'replace', fact: corrected }, ...rest.map(record), { change: 'replace', fact: first }];
    expect(await fingerprintAfter(changes)).toBe(await fingerprintAfter(facts.map(record)));
    const retracted: GraphChange[] = [...facts.map(record), { change: 'retract', position: 1 }];
    expect(await fingerprintAfter(retracted)).toBe(await fingerprintAfter(rest.map(record)));
  });

  it.each(facts.flatMap((fact, i) => Object.keys(fact).flatMap((field) => (field === 'type' ? [] : [[fact.type, field, i] as const]))))(
    'is another one when %s has another %s',
    async (_, field, i) => {
      const told = facts[i] as unknown as Readonly<Record<string, unknown>>;
      const other = typeof told[field] === 'number' ? told[field] + 0.5 : 'another';
      const changed = {
        ...told,
        [field]: field === 'type' ? 'ConsentBasisRevoked' : field === 'purposes' ? 2 : other,
      } as unknown as GraphFact;
      const changes = facts.map((fact, at) => record(at === i ? changed : fact));
      expect(await fingerprintAfter(changes)).not.toBe(await fingerprintAfter(facts.map(record)));
    },
  );
});

describe('A fact recorded late', () => {
  it('stands where it would have stood', async () => {
    const store = new InMemoryGraphStore();
    await store.apply([...facts].reverse().map(record), 0, end);
    expect(Array.from(store.journal.position.subarray(0, facts.length))).toEqual(facts.map(({ position }) => position));
  });
});
