import type { Fact } from '../decider/fact.ts';

/** On what basis the events of a source may be used. Field by field: src/schemas/consent-basis.ts. */
export type ConsentBasisDeclared = Fact<'ConsentBasisDeclared'>;
export type ConsentBasisRevoked = Fact<'ConsentBasisRevoked'>;

export type ConsentBasisFact = ConsentBasisDeclared | ConsentBasisRevoked;
