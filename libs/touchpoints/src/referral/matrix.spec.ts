import { RuleBroken } from '../decider/rule.ts';
import type { Party } from '../schemas/referral.ts';
import { anaRefersBen, drafted, hour, made, moved, who } from '../testing/referrals.ts';
import type { ReferralCommand } from './commands.ts';
import { referralDecider } from './decide.ts';
import type { ReferralFact } from './events.ts';
import { matrix, type Status } from './matrix.ts';

/** A history that leads to each status. */
const histories: Record<Status, readonly ReferralFact[]> = {
  none: [],
  drafted: [drafted],
  made: [made],
  received: [made, moved('ReferralReceived')],
  accepted: [made, moved('ReferralAccepted')],
  'on-hold': [made, moved('ReferralPutOnHold')],
  rejected: [made, moved('ReferralRejected')],
  cancelled: [made, moved('ReferralCancelled')],
  failed: [made, moved('ReferralAccepted'), moved('ReferralFailed')],
  completed: [made, moved('ReferralAccepted'), moved('ReferralCompleted')],
  closed: [made, moved('ReferralClosed')],
  'entered-in-error': [made, moved('ReferralEnteredInError')],
};

/** The matrix once more, as the sentences of CATALOGUE rows 1 and 7 have it: who, and from where. */
const expected: Partial<Record<ReferralCommand['type'], readonly [string, string]>> = {
  DraftReferral: ['requester client system', 'none'],
  MakeReferral: ['requester client system', 'none drafted'],
  ReceiveReferral: ['target system', 'made'],
  AcceptReferral: ['target', 'made received'],
  RejectReferral: ['target', 'made received'],
  PutReferralOnHold: ['target', 'made received accepted'],
  ResumeReferral: ['target', 'on-hold'],
  RequestReferralCancellation: ['requester client', 'made received accepted on-hold'],
  CancelReferral: ['requester target client system', 'drafted made received accepted on-hold'],
  FailReferral: ['target', 'accepted'],
  CompleteReferral: ['target', 'accepted'],
  CloseReferral: ['requester target system', 'drafted made received accepted on-hold rejected cancelled failed completed'],
  ReopenReferral: ['requester target system', 'rejected cancelled failed completed closed'],
  EnterReferralInError: ['requester system', 'drafted made received accepted on-hold rejected cancelled failed completed closed'],
};

const parties = Object.keys(who) as Party[];
const statuses = Object.keys(histories) as Status[];
const wishes = Object.entries(expected) as [ReferralCommand['type'], readonly [string, string]][];

/** The code of the rule that refuses, or undefined when it happens. */
function refused(type: ReferralCommand['type'], party: Party, status: Status): string | undefined {
  const { referrerId, ...own } = { ...anaRefersBen, communityId: 'c-hill' };
  const request = party === 'client' ? own : { ...own, referrerId };
  const data = type === 'DraftReferral' || type === 'MakeReferral' ? request : { referralId: 'r-17', reason: 'other' };
  const state = histories[status].reduce(referralDecider.evolve, referralDecider.initial());
  try {
    const command = { type, at: hour(11), actor: who[party], data } as ReferralCommand;
    referralDecider.decide(command, state);
    return undefined;
  } catch (error) {
    if (error instanceof RuleBroken) return error.code;
    throw error;
  }
}

describe('Who may set which status', () => {
  it.each(wishes)('%s: %p', (type, [by, from]) => {
    for (const status of statuses) {
      const already = isAlreadySo(type, status);
      for (const party of parties) {
        const allowed = already || (by.split(' ').includes(party) && from.split(' ').includes(status));
        expect([type, party, status, refused(type, party, status) === undefined]).toEqual([type, party, status, allowed]);
      }
    }
  });

  it('leads from status to status', () => {
    for (const status of statuses) {
      const state = histories[status].reduce(referralDecider.evolve, referralDecider.initial());
      expect(state.status).toBe(status);
    }
  });

  it('has a row for every status', () => expect(Object.keys(matrix)).toHaveLength(Object.keys(expected).length));
});

describe('A fact from elsewhere', () => {
  const state = histories.made.reduce(referralDecider.evolve, referralDecider.initial());
  const breaches = (fact: ReferralFact) => referralDecider.breaches(fact, state);

  it('breaks the rules that a command would', () => {
    expect(breaches(moved('ReferralAccepted', 'p-ana'))).toEqual(['accepted_by_whom']);
    expect(breaches(moved('ReferralCompleted', 'p-ben'))).toEqual(['completed_in_its_turn', 'completed_by_whom']);
    expect(breaches({ ...moved('ReferralAccepted'), at: hour(8) })).toEqual(['nothing_precedes_the_referral']);
  });

  it('accuses nobody when it does not say who did it, nor wants a reason of our list', () => {
    const { actor: _, ...unsaid } = moved('ReferralAccepted');
    expect(breaches(unsaid as ReferralFact)).toEqual([]);
    expect(breaches(moved('ReferralRejected', 'p-dee', { reason: 'FULL.7' }))).toEqual([]);
  });
});

/** Whether the history of a status ends with just this wish, so that asking again changes nothing whoever asks. */
function isAlreadySo(type: ReferralCommand['type'], status: Status): boolean {
  const asked: Partial<Record<ReferralCommand['type'], Status>> = {
    ReceiveReferral: 'received',
    AcceptReferral: 'accepted',
    RejectReferral: 'rejected',
    PutReferralOnHold: 'on-hold',
    CancelReferral: 'cancelled',
    FailReferral: 'failed',
    CompleteReferral: 'completed',
    CloseReferral: 'closed',
    EnterReferralInError: 'entered-in-error',
  };
  return asked[type] === status;
}
