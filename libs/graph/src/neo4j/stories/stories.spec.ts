import { type PersonId } from '@kithline/touchpoints';
import fc from 'fast-check';
import type { GraphChange, GraphFact } from '../../graph-fact.ts';
import { factAt } from '../../in-memory/fact-at.ts';
import { Journal } from '../../in-memory/journal.ts';
import { type Draft, PAPER } from '../../testing/drafts.ts';
import { answered, erased, granted, introduced, joined, merged, parted, reassigned, touched, withdrawn } from '../../testing/facts.ts';
import { batchOf } from '../writing/batch.ts';
import { Stories, type Written } from './stories.ts';
import { factsOf } from './story.ts';

const person = fc.constantFrom('ana', 'bea', 'cem', 'dov');
const introduction = fc.constantFrom('i1', 'i2');
const at = fc.nat(9);

const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc.tuple(person, at, fc.option(introduction, { nil: undefined })).map(([who, when, by]) => joined(who, when, { introduction: by })),
  fc.tuple(introduction, person, person, at).map(([id, from, to, when]) => introduced(id, from, to, when)),
  fc.tuple(introduction, fc.constantFrom('Accepted', 'Declined'), at).map(([id, answer, when]) => answered(id, answer, when)),
  fc.tuple(person, person, at).map(([who, by, when]) => reassigned(who, by, when)),
  fc.tuple(fc.constantFrom(merged, parted), person, person, at).map(([merge, one, other, when]) => merge(one, other, when)),
  fc.tuple(fc.constantFrom(granted, withdrawn, erased, touched), person, at).map(([said, who, when]) => said(who, when)),
);
/** Facts at positions in any order, some again, some late, some taken back. */
const change = fc
  .record({
    draft,
    source: fc.constantFrom(PAPER, 'urn:desk'),
    position: fc.integer({ min: 1, max: 25 }),
    how: fc.constantFrom('replace', 'replace', 'retract'),
  })
  .map(({ draft: drawn, source, position, how }): GraphChange =>
    how === 'retract' ? { change: 'retract', position } : { change: 'replace', fact: { ...drawn, source, position } as GraphFact },
  );
const batches = fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 12, size: 'max' });

/** The newest of every story that was written. */
function play(drawn: readonly (readonly GraphChange[])[], most?: number): { journal: Journal; written: ReadonlyMap<PersonId, Written> } {
  const journal = new Journal();
  const stories = new Stories(journal, most);
  const written = new Map<PersonId, Written>();
  for (const changes of drawn) for (const one of stories.advance(journal, batchOf(journal, changes))) written.set(one.id, one);
  return { journal, written };
}

/** Introductions of which so much is said, or by which so many joined, that nobody’s story tells of them. */
const crowded = (facts: readonly GraphFact[], most: number): readonly unknown[] =>
  ['i1', 'i2'].filter((id) => {
    const its = facts.filter((fact) => said(fact, 'introduction')[0] === id);
    const told = its.filter(({ type }) => type.startsWith('Introduction')).length;
    return told > most || its.filter(({ type }) => type === 'MemberJoined').length > most;
  });

const everyFact = (journal: Journal): readonly GraphFact[] =>
  Array.from({ length: journal.rows }, (_, row) => factAt(journal, row)).flatMap((fact) => fact ?? []);
const said = (fact: GraphFact, ...fields: readonly string[]): readonly unknown[] =>
  fields.map((field) => (fact as unknown as Readonly<Record<string, unknown>>)[field]).filter((value) => value !== undefined);

/** What is to be told of a person, by a look at every fact. */
function toldOf(id: PersonId, facts: readonly GraphFact[]): readonly GraphFact[] {
  const own = facts.filter(
    (fact) => fact.type !== 'TouchpointRecorded' && said(fact, 'person', 'introducee', 'survivor', 'merged').includes(id),
  );
  const theirs = own.filter(({ type }) => type !== 'IntroducerReassigned').flatMap((fact) => said(fact, 'introduction'));
  const ofThose = facts
    .filter(({ type }) => type.startsWith('Introduction'))
    .filter((fact) => theirs.includes(said(fact, 'introduction')[0]));
  return [...new Set([...own, ...ofThose])].sort((a, b) => a.position - b.position);
}

describe('The story of a person', () => {
  it('tells, however it came about, every fact about them and about what brought them, and no other; or nothing, where those are many', () =>
    fc.assert(
      fc.property(batches, fc.constantFrom(1, 3, 6, 100), (drawn, most) => {
        const { journal, written } = play(drawn, most);
        const facts = everyFact(journal);
        const { persons, sources } = journal.tables;
        const many = crowded(facts, most);
        for (const id of Array.from({ length: persons.count }, (_, number) => persons.text(number))) {
          const told = toldOf(id, facts);
          const { story } = written.get(id)!;
          const isTooMuch =
            told.length > most || told.some((fact) => fact.type !== 'IntroducerReassigned' && many.includes(said(fact, 'introduction')[0]));
          expect(story && factsOf(story).map((fact) => ({ ...fact, source: sources.text(Number(fact.source)) }))).toEqual(
            isTooMuch ? null : told,
          );
        }
      }),
      { numRuns: 500 },
    ));

  it('is not told to everybody again when many joined by one introduction, of which something more is said', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => joined(`p${i}`, 5, { introduction: 'poster' }));
    const facts = [...crowd, introduced('poster', 'ana', 'bea', 1), answered('poster', 'Accepted', 2)].map((one, i) => ({
      ...{ source: PAPER, ...one },
      position: i + 1,
    }));
    const journal = new Journal();
    const stories = new Stories(journal, 10);
    const batches = facts.map((fact) => stories.advance(journal, batchOf(journal, [{ change: 'record', fact }])));
    expect(batches.map(({ length }) => length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...Array.from({ length: 19 }, () => 1), 2, 0]);
  });

  it('stands beside the introduction that the first joining names', () => {
    const drafts = [joined('ana', 7, { introduction: 'i2' }), joined('ana', 5, { introduction: 'i1' }), joined('bea', 3)];
    const facts = drafts.map((one, i) => ({ source: PAPER, ...one, position: i + 1 }));
    const { written } = play([facts.map((fact) => ({ change: 'record', fact }))]);
    expect([...written.values()].map(({ id, joinedBy }) => [id, joinedBy])).toEqual([
      ['ana', 'i1'],
      ['bea', null],
    ]);
  });
});
