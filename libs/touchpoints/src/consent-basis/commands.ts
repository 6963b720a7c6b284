import type { Command } from '../decider/command.ts';
import type { Basis } from './basis-id.ts';

/** The id follows from what is declared. */
export type DeclareConsentBasis = Command<'DeclareConsentBasis', 'ConsentBasisDeclared', Basis>;
export type RevokeConsentBasis = Command<'RevokeConsentBasis', 'ConsentBasisRevoked', Readonly<{ basisId: string }>>;

export type ConsentBasisCommand = DeclareConsentBasis | RevokeConsentBasis;
