import { purposeMask } from '@kithline/touchpoints';
import type { GraphFact } from '../graph-fact.ts';
import { Coverage } from './coverage.ts';
import { Derived } from './derived.ts';
import { Journal } from './journal.ts';

const stats = purposeMask(['outcome_stats']);
const person = 'ana';
const source = 'urn:paper';

type Fact = Readonly<Record<string, unknown>> & Readonly<{ type: GraphFact['type']; at: number }>;
const grant = (at: number, more = {}): Fact => ({ type: 'ConsentGranted', at, person, purposes: stats, ...more });
const withdraw = (at: number, more = {}): Fact => ({ type: 'ConsentWithdrawn', at, person, purposes: stats, erase: false, ...more });
const basis: Fact = { type: 'ConsentBasisDeclared', at: 0, basis: 'b', covers: source, purposes: stats };

/** The instants from 0 to 9 at which an event of ana's from the paper sheets may be used, and her gaps. */
const coverage = (...facts: Fact[]) => coverageBy(Infinity, ...facts);

function coverageBy(validAt: number, ...facts: Fact[]) {
  const journal = new Journal();
  const record = (fact: Fact, position: number): void => journal.record({ source, ...fact, position } as unknown as GraphFact);
  [{ type: 'MemberJoined', at: 0, person, community: 'north' } as Fact, ...facts].forEach((fact, i) => record(fact, i + 1));
  const derived = new Derived(journal);
  const cover = new Coverage(derived, stats);
  cover.load(0, journal.tables.communities.find('north'), validAt);
  const usable = Array.from({ length: 10 }, (_, at) => at).filter((at) => cover.covers(at, 0));
  return { usable: usable.join(''), cover };
}

describe('A person’s consent over time', () => {
  it('covers nothing without a grant or a basis', () => expect(coverage().usable).toBe(''));

  it('covers what was granted, by V, and nothing else', () => {
    expect(coverageBy(4, grant(4)).usable).toBe('456789');
    expect(coverageBy(3, grant(4)).usable).toBe('');
    expect(coverage(grant(4, { purposes: purposeMask(['follow_up']) })).usable).toBe('');
    expect(coverageBy(3, basis, grant(4, { purposes: purposeMask(['follow_up']) })).usable).toBe('0123456789');
  });

  it('covers from the grant to the withdrawal, both instants included', () => expect(coverage(grant(2), withdraw(6)).usable).toBe('23456'));

  it('begins a new spell with a new grant', () => expect(coverage(grant(1), withdraw(3), grant(6)).usable).toBe('1236789'));

  it('covers the person’s own earlier events when the grant says since when', () =>
    expect(coverage(grant(5, { since: 2 })).usable).toBe('23456789'));

  it('is the basis where the person never said anything', () => expect(coverage(basis).usable).toBe('0123456789'));

  it('is outranked by the person’s own withdrawal, until their own grant', () =>
    expect(coverage(basis, withdraw(4), grant(7)).usable).toBe('01234789'));

  it('is not given by a basis that was revoked', () =>
    expect(coverage(basis, { type: 'ConsentBasisRevoked', at: 0, basis: 'b' }).usable).toBe(''));

  it('ends for good what was recorded before an erasure, and a later grant covers only later events', () =>
    expect(coverage(basis, grant(1), withdraw(4, { erase: true }), grant(6)).usable).toBe('6789'));

  it('is limited to the community that the grant names', () => expect(coverage(grant(1, { community: 'south' })).usable).toBe(''));

  it('leaves a window beyond the end of the calendars only by a gap that no grant has ended', () => {
    expect(coverage(grant(1), withdraw(3)).cover.hasGap(Infinity, Infinity)).toBe(true);
    expect(coverage(grant(1), withdraw(3), grant(6)).cover.hasGap(Infinity, Infinity)).toBe(false);
  });

  it('has one gap from the first of several withdrawals to the next grant', () =>
    expect(coverage(grant(1), withdraw(3), withdraw(5), grant(7)).cover.hasGap(5, 5)).toBe(true));

  it('counts a withdrawal without purposes against all of them', () =>
    expect(coverage(grant(1), withdraw(5, { purposes: purposeMask() })).usable).toBe('12345'));

  it('has a gap from a withdrawal to the next grant, which only windows that overlap it feel', () => {
    const { cover } = coverage(grant(1), withdraw(4), grant(6));
    expect([cover.hasGap(1, 4), cover.hasGap(1, 5), cover.hasGap(5, 9), cover.hasGap(6, 9)]).toEqual([false, true, true, false]);
    expect([cover.firstGap(1), cover.firstGap(5)]).toEqual([4, Infinity]);
  });
});
