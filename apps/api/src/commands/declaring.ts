import type { Request } from '@kithline/log';
import { Problem } from '@kithline/network';
import { type Basis, basisIdOf, operatorSource } from '@kithline/touchpoints';

/** What the operator declares has a source and ids of its own, and an id that follows from its words. @throws Problem */
export function declaring(request: Request, id: string): Request {
  const { type, data } = request.command;
  const right = type === 'DeclareConsentBasis' ? basisIdOf(data as Basis) : id;
  if (right !== id) {
    const detail = `The id of a basis follows from its source, purposes and statement: this one is ${right}`;
    throw new Problem('conflict', 'a_basis_is_named_by_what_it_says', detail);
  }
  return { ...request, context: { ...request.context, source: operatorSource }, namedBy: id };
}
