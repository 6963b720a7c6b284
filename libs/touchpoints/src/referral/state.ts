import { withEntry, withMember } from '../decider/collections.ts';
import type { Id, ReferralId } from '../ids.ts';
import type { ReferralDrafted, ReferralFact, ReferralMade, ReferralMove, SessionEvent } from './events.ts';
import { matrix, type Status } from './matrix.ts';

export type Referral = Readonly<{
  status: Status;
  /** Where it stood when it last went on: what resuming and reopening return to. */
  open: Status;
  /** The last status set, to know a repeated wish by. */
  last?: ReferralMove;
  cancellationRequested: boolean;
  /** What was drafted, then what was made. */
  request?: ReferralMade['data'];
  /** When it was made: RFC 3339. */
  madeAt?: string;
  sessions: ReadonlyMap<Id, SessionEvent>;
  flagged: ReadonlySet<ReferralId>;
}>;

export const initial = (): Referral => ({
  status: 'none',
  open: 'made',
  cancellationRequested: false,
  sessions: new Map(),
  flagged: new Set(),
});

export function evolve(referral: Referral, fact: ReferralFact): Referral {
  switch (fact.type) {
    case 'ReferralDrafted':
    case 'ReferralMade':
      return requested(referral, fact);
    case 'PossibleDuplicateReferralFlagged':
      return { ...referral, flagged: withMember(referral.flagged, fact.data.otherId) };
    case 'SessionBooked':
    case 'SessionAttended':
    case 'SessionMissed':
    case 'SessionCancelled':
      return { ...referral, sessions: withEntry(referral.sessions, fact.data.sessionId, fact.type) };
    default:
      return moved(referral, fact.type);
  }
}

/** The first request stands, unless it was a draft; one that comes after a status does not undo the status. */
function requested(referral: Referral, { type, at, data }: ReferralDrafted | ReferralMade): Referral {
  if (referral.madeAt !== undefined || (type === 'ReferralDrafted' && referral.request)) return referral;
  const status = type === 'ReferralMade' ? 'made' : 'drafted';
  const fresh = referral.status === 'none' || referral.status === 'drafted';
  return { ...referral, ...(fresh && { status, open: status }), request: data, ...(type === 'ReferralMade' && { madeAt: at }) };
}

/** What was entered in error stays so. */
function moved(referral: Referral, type: ReferralMove): Referral {
  if (referral.status === 'entered-in-error') return referral;
  if (type === 'ReferralCancellationRequested') return { ...referral, cancellationRequested: true };
  const status = matrix[type].then ?? referral.open;
  const goesOn = status === 'received' || status === 'accepted';
  const cancellationRequested = type === 'ReferralReopened' ? false : referral.cancellationRequested;
  return { ...referral, status, last: type, cancellationRequested, open: goesOn ? status : referral.open };
}
