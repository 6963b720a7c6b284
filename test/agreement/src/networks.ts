import type { GraphChange, GraphFact } from '@kithline/graph';
import {
  answered,
  basis,
  checkedIn,
  type Draft,
  erased,
  granted,
  introduced,
  joined,
  made,
  merged,
  on,
  reassigned,
  recorded,
  statement,
  withdrawn,
} from '@kithline/graph/testing';
import { DAY } from '@kithline/touchpoints';
import fc from 'fast-check';

/** So many people with so few introductions that ways are long and chains deep. */
export const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
const person = fc.constantFrom(...people);
const day = fc.nat(40).map((n) => on(n));

/** An introduction, mostly to one further on, so that few lead back; most are accepted. */
const introduction = fc
  .record({
    from: fc.nat(38),
    step: fc.constantFrom(1, 1, 1, 2, 5, -3),
    day,
    answer: fc.constantFrom('Accepted', 'Accepted', 'Accepted', 'Declined', null),
    until: fc.boolean(),
  })
  .map(({ from, step, ...more }) => ({ ...more, from: people[from]!, to: people[Math.min(39, Math.max(0, from + step))]! }));

/** Among a few who all know each other: nearly everybody introduced everybody, and some more than once. */
const amongFew = fc
  .record({ from: fc.nat(5), to: fc.nat(5), day, answer: fc.constantFrom('Accepted', 'Accepted', 'Declined'), until: fc.boolean() })
  .map(({ from, to, ...more }) => ({ ...more, from: people[from]!, to: people[to]! }));

/** By which introduction of theirs somebody joined, counted from 0; where there are not so many, by another’s. Null: by none. */
const joining = fc.record({ who: person, at: day, by: fc.constantFrom(0, 0, 0, 1, 2, null) });

const other: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(person, person, day).map(([who, by, at]) => reassigned(who, by, at)) },
  { weight: 1, arbitrary: fc.tuple(person, person, day).map(([one, another, at]) => merged(one, another, at)) },
  { weight: 1, arbitrary: fc.tuple(person, day).map(([who, at]) => erased(who, at)) },
  { weight: 1, arbitrary: fc.tuple(person, day).map(([who, at]) => withdrawn(who, at)) },
  { weight: 2, arbitrary: fc.tuple(person, day).map(([who, at]) => granted(who, at)) },
  {
    weight: 2,
    arbitrary: fc.tuple(person, person, fc.nat(9), day).map(([who, by, n, at]) => made(`r${n}`, who, at, { referrer: by })),
  },
  { weight: 2, arbitrary: fc.tuple(person, fc.nat(6), day).map(([who, n, at]) => checkedIn(who, `e${n}`, at)) },
);

const most = <T>(of: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> => fc.array(of, { maxLength, size: 'max' });
const network = fc
  .record({
    introductions: most(introduction, 90),
    crowd: fc.oneof(fc.constant([]), most(amongFew, 60)),
    joinings: most(joining, 25),
    others: most(other, 22),
  })
  .map(({ introductions, crowd, joinings, others }): readonly Draft[] => {
    const all = [...introductions, ...crowd];
    const joinedBy = (who: string, by: number): string => all.flatMap(({ to }, i) => (to === who ? [`i${i}`] : []))[by] ?? `i${by}`;
    return [
      ...all.flatMap(({ from, to, day: at, answer, until }, i) => [
        { ...introduced(`i${i}`, from, to, at), ...(until && { until: at + 5 * DAY }) },
        ...(answer ? [answered(`i${i}`, answer, at + 1)] : []),
      ]),
      ...joinings.map(({ who, at, by }) => joined(who, at, by === null ? {} : { introduction: joinedBy(who, by) })),
      ...others,
    ];
  });

/** What a statement covers: everything, or what was told elsewhere; or there is no statement. */
const stated = fc
  .record({
    network,
    statements: fc.constantFrom<readonly Draft[]>([statement], [basis('urn:elsewhere')], []),
    elsewhere: most(fc.nat(250), 30),
  })
  .map(({ network: drafts, statements, elsewhere }): readonly GraphFact[] => {
    const told = drafts.map((draft, i) => (elsewhere.includes(i) ? { ...draft, source: 'urn:elsewhere' } : draft));
    return recorded([...statements, ...told]);
  });

/** What happens afterwards to facts, by their places: some come late, some are annulled, some are corrected to read as another does. */
const place = fc.nat(10_000);
const few = <T>(of: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> => fc.oneof(fc.constant<T[]>([]), most(of, maxLength));
const amended = fc.record({ late: few(place, 20), annulled: few(place, 12), corrected: few(fc.tuple(place, place), 12) });

/** Facts in two batches: those up to a position but for the late ones, and all else. */
export type History = Readonly<{ first: readonly GraphChange[]; until: number; then: readonly GraphChange[]; end: number }>;

export const histories: fc.Arbitrary<History> = fc
  .record({ facts: stated, tenths: fc.integer({ min: 4, max: 9 }), amendments: amended })
  .map(({ facts, tenths, amendments: { late, annulled, corrected } }) => {
    const until = Math.ceil((facts.length * tenths) / 10);
    const before = (at: number): number => 1 + (at % Math.max(1, until));
    const comingLate = new Set(late.map(before));
    const inFirst = ({ position }: GraphFact): boolean => position <= until && !comingLate.has(position);
    const record = (fact: GraphFact): GraphChange => ({ change: 'record', fact });
    const then: readonly GraphChange[] = [
      ...facts.filter((fact) => !inFirst(fact)).map(record),
      ...corrected.flatMap(([which, as]): readonly GraphChange[] => {
        const fact = facts[as % facts.length];
        return fact ? [{ change: 'replace', fact: { ...fact, position: before(which) } }] : [];
      }),
      ...annulled.map((at): GraphChange => ({ change: 'retract', position: before(at) })),
    ];
    return { first: facts.filter(inFirst).map(record), until, then, end: facts.length };
  });
