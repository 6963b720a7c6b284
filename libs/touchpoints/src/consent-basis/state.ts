import type { ConsentBasisDeclared, ConsentBasisFact } from './events.ts';

export type ConsentBasis = Readonly<{
  /** What was declared last. */
  declared?: ConsentBasisDeclared['data'];
  inForce: boolean;
}>;

export const initial = (): ConsentBasis => ({ inForce: false });

export const evolve = ({ declared }: ConsentBasis, { type, data }: ConsentBasisFact): ConsentBasis =>
  type === 'ConsentBasisDeclared' ? { declared: data, inForce: true } : { declared: declared ?? data, inForce: false };
