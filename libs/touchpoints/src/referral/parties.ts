import type { PersonId } from '../ids.ts';
import type { Party } from '../schemas/referral.ts';
import type { ReferralFact } from './events.ts';
import { matrix } from './matrix.ts';
import type { Referral } from './state.ts';

type People = Readonly<{ personId: PersonId; practitionerId: PersonId; referrerId?: PersonId }>;

/** The parts an actor plays in a referral; the system where they play none. One person may play several. */
export function partiesOf(actor: PersonId | undefined, { personId, practitionerId, referrerId }: Partial<People>): readonly Party[] {
  if (actor === undefined) return ['system'];
  const parts: readonly (readonly [Party, PersonId | undefined])[] = [
    ['requester', referrerId],
    ['target', practitionerId],
    ['client', personId],
  ];
  const played = parts.filter(([, person]) => person === actor).map(([part]) => part);
  return played.length > 0 ? played : ['system'];
}

/** The parts that the actor of a fact plays in its referral. */
export const partiesIn = (fact: ReferralFact, { request }: Referral): readonly Party[] =>
  partiesOf(fact.actor, 'personId' in fact.data ? fact.data : (request ?? {}));

/** Those of them in which the matrix lets the actor do this; all of them for what it does not govern. */
export function entitled(fact: ReferralFact, referral: Referral): readonly Party[] {
  const parties = partiesIn(fact, referral);
  if (!(fact.type in matrix)) return parties;
  const { by } = matrix[fact.type as keyof typeof matrix];
  return parties.filter((party) => by.includes(party));
}
