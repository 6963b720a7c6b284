import { specFor } from '../testing/given.ts';
import { decodeEvent } from '../wire/decode-event.ts';
import { basisEvent } from './basis-event.ts';
import { basisIdOf } from './basis-id.ts';
import { consentBasisDecider } from './decide.ts';
import type { ConsentBasisFact } from './events.ts';

const given = specFor(consentBasisDecider);
const at = '2026-03-02T10:00:00Z';
const basis = { source: 'urn:partner:mill', purposes: ['outcome_stats', 'follow_up'], statement: 'Asked on paper' } as const;
// python3: uuid5(uuid5(NAMESPACE_URL, 'https://kithline.org/event'), 'urn:partner:mill\nfollow_up,outcome_stats\nAsked on paper')
const basisId = '954a91c8-f8ea-545f-9e84-c38974471dba';
const words = { basisId, source: basis.source, purposes: ['follow_up', 'outcome_stats'], statement: basis.statement } as const;
const declared: ConsentBasisFact = { type: 'ConsentBasisDeclared', at, data: words };
const revoked: ConsentBasisFact = { type: 'ConsentBasisRevoked', at, data: words };
const declare = { type: 'DeclareConsentBasis', at, data: basis } as const;
const revoke = { type: 'RevokeConsentBasis', at, data: { basisId } } as const;

describe('A consent basis', () => {
  it('is declared under an id that follows from its words', () => given().when(declare).then(declared));

  it('has the same id in whatever order its purposes are named', () =>
    expect(basisIdOf({ ...basis, purposes: ['follow_up', 'outcome_stats'] })).toBe(basisIdOf(basis)));

  it('adds nothing while in force', () => given(declared).when(declare).thenNothingHappens());

  it('is revoked, in the words in which it was declared', () => given(declared).when(revoke).then(revoked));

  it('is revoked only when it was declared', () => given().when(revoke).thenRefused('Only a basis that was declared is revoked'));

  it('is recorded anew after a revocation', () => given(declared, revoked).when(declare).then(declared));

  it('is an event of the operator, named by basis and revision', () => {
    const event = basisEvent(declared, 2);
    expect(event).toMatchObject({ id: `${basisId}.2`, source: 'urn:kithline:operator', subject: `consent-basis/${basisId}` });
    expect(decodeEvent(event, { basisEvents: true })).toEqual(event);
  });

  it('whose id is not its own breaks a rule', () =>
    expect(consentBasisDecider.breaches({ ...declared, data: { ...words, basisId: 'b-1' } }, consentBasisDecider.initial())).toEqual([
      'a_basis_is_named_by_what_it_says',
    ]));
});
