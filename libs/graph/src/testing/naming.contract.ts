import { purposeMask } from '@kithline/touchpoints';
import { type Draft, on } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const inChain = purposeMask(['name_in_chain']);
/** What is told there has a basis for naming people; what stands on paper has none. */
const named = (draft: Draft): Draft => ({ ...draft, source: 'urn:named' });
const basis = fact.basis('urn:named', { purposes: inChain });
const everybody = ['ana', 'anna', 'ida', 'nia', 'rex', 'xia'];

/** METRICS C0.6, naming: who may be named, by their own word, or else by a basis for some event about them, or a profile of theirs. */
export function namesWhoMayBeNamed(stage: Stage): void {
  /** Those of the six who may be named: whose chain names them. Each is known by an event on paper. */
  const namedOf = async (...facts: readonly Draft[]) => {
    const known = everybody.map((person) => fact.touched(person, on(1)));
    const graph = await stage([basis, ...known, ...facts], 'own');
    const chains = await Promise.all(everybody.map((person) => graph.chain({ validAt: on(50), person })));
    return everybody.filter((_, i) => chains[i]!.representative !== null).join(' ');
  };
  const made = fact.made('r', 'ana', on(2), { referrer: 'rex' });
  const until: Draft = { type: 'ConsentExpired', at: on(3), person: 'ana', purposes: inChain, erase: false };

  it('are none by what has no basis', async () => expect(await namedOf(made, fact.introduced('i', 'ida', 'ana', on(1)))).toBe(''));

  it.each<[string, Draft, string]>([
    ['joining', fact.joined('ana', on(2)), 'ana'],
    ['leaving', fact.left('ana', on(2)), 'ana'],
    ['a touchpoint', fact.touched('ana', on(2)), 'ana'],
    ['a score', fact.scored('ana', on(2), 3), 'ana'],
    ['a check-in', fact.checkedIn('ana', 'e', on(2)), 'ana'],
    ['an introduction', fact.introduced('i', 'ida', 'ana', on(2)), 'ana ida'],
    ['a new introducer', fact.reassigned('ana', 'nia', on(2)), 'ana nia'],
    ['a referral', made, 'ana rex xia'],
    ['a referral that was only drafted', { ...made, type: 'ReferralDrafted' } as Draft, 'ana rex xia'],
    ['a merge', fact.merged('ana', 'anna', on(2)), 'ana anna'],
    ['a consent for something else', fact.granted('ana', on(2), { purposes: purposeMask(['attend']) }), 'ana'],
  ])('are those whom an event with a basis is about: %s', async (_, draft, names) => expect(await namedOf(named(draft))).toBe(names));

  it('are clients by what became of their referral, wherever that was made, and nobody else of it', async () => {
    expect(await namedOf(made, named(fact.moved('r', 'Accepted', on(3))))).toBe('ana');
    expect(await namedOf(made, named(fact.attended('r', 's', on(3))))).toBe('ana');
    expect(await namedOf(named(fact.attended('r', 's', on(3))))).toBe('');
  });

  it('are clients by what became of any referral of theirs that stands', async () => {
    for (const [one, other] of [['r', 's'] as const, ['s', 'r'] as const]) {
      const both = [fact.made('r', 'ana', on(2)), fact.made('s', 'ana', on(2))];
      const voided = named(fact.moved(other, 'EnteredInError', on(4)));
      expect(await namedOf(...both, named(fact.moved(one, 'Accepted', on(3))), voided)).toBe('ana');
    }
  });

  it('are practitioners who made a profile known', async () =>
    expect(await namedOf({ type: 'PractitionerProfilePublished', at: on(2), practitioner: 'xia', communities: ['north'] })).toBe('xia'));

  it('are those who said so, until they say otherwise or it runs out, whatever a basis says', async () => {
    expect(await namedOf(fact.granted('ana', on(2)))).toBe('ana');
    expect(await namedOf(fact.granted('ana', on(2)), fact.withdrawn('ana', on(3)))).toBe('');
    expect(await namedOf(named(fact.joined('ana', on(2))), fact.withdrawn('ana', on(3)))).toBe('');
    expect(await namedOf(fact.granted('ana', on(2)), until)).toBe('');
    expect(await namedOf(fact.withdrawn('ana', on(2)), fact.granted('ana', on(3)))).toBe('ana');
  });

  it('depend on what is known, not on V', async () => expect(await namedOf(fact.granted('ana', on(90)))).toBe('ana'));

  it('are so under all of their ids', async () =>
    expect(await namedOf(named(fact.joined('anna', on(2))), fact.merged('ana', 'anna', on(3)))).toBe('ana anna'));

  it('are nobody any more by a basis that was revoked', async () =>
    expect(await namedOf(named(made), { type: 'ConsentBasisRevoked', at: on(3), basis: 'b-urn:named' })).toBe(''));
}
