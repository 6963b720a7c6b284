import fc from 'fast-check';
import { type Draft, PAPER } from '../testing/drafts.ts';
import {
  answered,
  attended,
  erased,
  granted,
  introduced,
  joined,
  made,
  merged,
  moved,
  parted,
  reassigned,
  touched,
  withdrawn,
} from '../testing/facts.ts';
import { derivedAfter } from './derived-after.ts';
import { Derived } from './derived.ts';
import { Journal } from './journal.ts';

const columnsOf = ({ rows, referrals, made: makings, timelines, consents, erasures, identity }: Derived) => ({
  rows,
  referrals,
  makings,
  timelines,
  consents,
  erasures,
  of: identity.of,
});

/** What is derived from these facts when somebody asks after each of them. */
function askedAfterEach(facts: readonly Draft[]): Derived[] {
  const journal = new Journal();
  let derived: Derived | undefined;
  return facts.map((fact, i) => {
    journal.record({ source: PAPER, ...fact, position: i + 1 });
    return (derived = derivedAfter(derived, journal));
  });
}

const person = fc.constantFrom('ana', 'ben', 'cat', 'dee');
const referral = fc.constantFrom('r1', 'r2', 'r3');
const introduction = fc.constantFrom('i1', 'i2');
const at = fc.integer({ min: 1, max: 9 });

/** What a few people do, in any order: much of it happens often, what changes the past now and then. */
const fact: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(person, at).map(([who, when]) => joined(who, when)) },
  { weight: 3, arbitrary: fc.tuple(person, at).map(([who, when]) => touched(who, when)) },
  { weight: 4, arbitrary: fc.tuple(referral, person, person, at).map(([r, who, by, when]) => made(r, who, when, { referrer: by })) },
  { weight: 3, arbitrary: fc.tuple(referral, at).map(([r, when]) => attended(r, 's1', when)) },
  { weight: 2, arbitrary: fc.tuple(referral, at).map(([r, when]) => moved(r, 'Accepted', when)) },
  { weight: 2, arbitrary: fc.tuple(introduction, person, person, at).map(([i, by, who, when]) => introduced(i, by, who, when)) },
  { weight: 1, arbitrary: fc.tuple(introduction, at).map(([i, when]) => answered(i, 'Accepted', when)) },
  { weight: 1, arbitrary: fc.tuple(person, person, at).map(([who, by, when]) => reassigned(who, by, when)) },
  { weight: 2, arbitrary: fc.tuple(person, at).map(([who, when]) => granted(who, when)) },
  { weight: 1, arbitrary: fc.tuple(person, at).map(([who, when]) => withdrawn(who, when)) },
  { weight: 1, arbitrary: fc.tuple(person, at).map(([who, when]) => erased(who, when)) },
  { weight: 1, arbitrary: fc.tuple(person, person, at).map(([one, other, when]) => merged(one, other, when)) },
  { weight: 1, arbitrary: fc.tuple(person, person, at).map(([one, other, when]) => parted(one, other, when)) },
  { weight: 1, arbitrary: fc.tuple(referral, at).map(([r, when]) => moved(r, 'EnteredInError', when)) },
);

/** A fact comes at the end or, having been parked, further ahead; or one that is there is corrected or annulled. */
type Step = Readonly<{ fact: Draft; position: number; how: 'record' | 'replace' | 'retract' }>;
const step: fc.Arbitrary<Step> = fc.record({
  fact,
  position: fc.integer({ min: 1, max: 40 }),
  how: fc.oneof(
    { weight: 9, arbitrary: fc.constant('record' as const) },
    { weight: 1, arbitrary: fc.constantFrom('replace' as const, 'retract' as const) },
  ),
});

function take(journal: Journal, { fact: given, position, how }: Step, end: number): void {
  const late = position < 4 && how === 'record' && journal.rowAt(position) < 0;
  const here = { source: PAPER, ...given, position: late || how !== 'record' ? position : end };
  if (how === 'retract') journal.retract(position);
  else journal[how](here);
}

describe('What is derived out of what was derived before', () => {
  it('is what is derived from all facts, whatever happens in whichever order, asked how often soever', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 10 }), (portions) => {
        const journal = new Journal();
        let end = 50;
        let derived: Derived | undefined;
        for (const portion of portions) {
          for (const each of portion) take(journal, each, end++);
          derived = derivedAfter(derived, journal);
          expect(columnsOf(derived)).toEqual(columnsOf(new Derived(journal)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the columns to which nothing was added', () => {
    const [first, second] = askedAfterEach([made('r1', 'ana', 1), touched('ana', 2)]) as [Derived, Derived];
    expect(second.referrals).toBe(first.referrals);
    expect(second.timelines).not.toBe(first.timelines);
  });

  it('leaves what was derived before as it was', () => {
    const facts = [made('r1', 'ana', 5), attended('r1', 's1', 7), touched('ana', 3), attended('r1', 's2', 6)];
    const asked = askedAfterEach(facts);
    asked.forEach((derived, i) => expect(columnsOf(derived)).toEqual(columnsOf(askedAfterEach(facts.slice(0, i + 1)).at(-1)!)));
  });
});
