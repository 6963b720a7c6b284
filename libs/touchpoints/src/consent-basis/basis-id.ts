import { type Purpose, purposes } from '../purposes.ts';
import { eventUuid } from '../wire/stored-id.ts';

/** What a basis is about. */
export type Basis = Readonly<{
  /** The CloudEvents source whose events it covers. */
  source: string;
  purposes: readonly Purpose[];
  /** The basis, in the words of the operator. */
  statement: string;
}>;

/** The id of a basis: UUIDv5, in the namespace of events, of source, purposes (in their fixed order, with commas) and statement, a line each. */
export const basisIdOf = ({ source, purposes: covered, statement }: Basis): string =>
  eventUuid([source, inOrder(covered).join(','), statement].join('\n'));

/** Purposes in the order of the list, whatever order they were named in. */
export const inOrder = (covered: readonly Purpose[]): readonly Purpose[] => purposes.filter((purpose) => covered.includes(purpose));
