import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import { basisIdOf, inOrder } from './basis-id.ts';
import type { ConsentBasisCommand } from './commands.ts';
import type { ConsentBasisFact } from './events.ts';
import { type ConsentBasis, evolve, initial } from './state.ts';

const rule = rulesOf<ConsentBasis, ConsentBasisFact>();

export const consentBasisDecider = deciderOf<ConsentBasis, ConsentBasisCommand, ConsentBasisFact>({
  initial,
  evolve,
  becomes: { DeclareConsentBasis: 'ConsentBasisDeclared', RevokeConsentBasis: 'ConsentBasisRevoked' },
  complete,
  alreadySo: ({ type }, { declared, inForce }) => (type === 'ConsentBasisDeclared' ? inForce : declared !== undefined && !inForce),
  rules: [
    rule(
      ['ConsentBasisRevoked'],
      'only_a_declared_basis_is_revoked',
      'Only a basis that was declared is revoked',
      (_, { inForce }) => !inForce,
    ),
    rule(
      ['ConsentBasisDeclared'],
      'a_basis_is_named_by_what_it_says',
      'The id of a basis follows from its source, purposes and statement',
      ({ data }) => data.basisId !== basisIdOf(data),
    ),
  ],
});

/** The id of what is declared; the words of what is revoked. */
function complete(fact: ConsentBasisFact, { declared }: ConsentBasis): ConsentBasisFact {
  if (fact.type === 'ConsentBasisRevoked') return { ...fact, data: { ...fact.data, ...declared } };
  const { source, purposes, statement } = fact.data;
  return { ...fact, data: { basisId: basisIdOf(fact.data), source, purposes: inOrder(purposes), statement } };
}
