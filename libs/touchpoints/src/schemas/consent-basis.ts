import { purposes } from '../purposes.ts';
import { id, list, oneOf, text } from './field.ts';
import { shapesOf } from './shape.ts';

const ofABasis = shapesOf('consent-basis', 'basisId');

const basis = {
  basisId: id('UUIDv5 of source, purposes and statement.'),
  source: text('The CloudEvents source whose events the basis covers.', 1024),
  purposes: list('What it covers them for.', oneOf('A purpose.', purposes), 1),
  statement: text('The basis, in the words of the operator.', 2000),
};

export const consentBasisShapes = {
  ConsentBasisDeclared: ofABasis('The operator stated on what basis the events of a source may be used.', basis),
  ConsentBasisRevoked: ofABasis('The operator took such a statement back.', basis),
};
