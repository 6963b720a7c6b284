import { withEntry, withMember } from '../decider/collections.ts';
import type { AmendmentFact, EventCorrected } from './events.ts';

/** The amendments of one stream, by the stored id of their target. */
export type Amendments = Readonly<{
  annulled: ReadonlySet<string>;
  /** The last correction of each. */
  corrected: ReadonlyMap<string, EventCorrected['data']['patch']>;
}>;

export const initial = (): Amendments => ({ annulled: new Set(), corrected: new Map() });

export const evolve = (amendments: Amendments, { type, data }: AmendmentFact): Amendments =>
  type === 'EventAnnulled'
    ? { ...amendments, annulled: withMember(amendments.annulled, data.target) }
    : { ...amendments, corrected: withEntry(amendments.corrected, data.target, data.patch) };
