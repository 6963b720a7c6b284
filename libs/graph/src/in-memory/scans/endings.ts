import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { precedes } from '../order.ts';

export const REOPENED = codeOf('ReferralReopened');
const concluding = [codeOf('ReferralCompleted'), codeOf('ReferralClosed')];
const ending = [codeOf('ReferralRejected'), codeOf('ReferralCancelled'), codeOf('ReferralFailed'), ...concluding];
const flags = (codes: readonly number[]): Uint8Array => Uint8Array.from({ length: 256 }, (_, code) => Number(codes.includes(code)));

/** By code: what ends a referral (METRICS C5), and what concludes it (C6). */
export const ENDS = flags(ending);
export const CONCLUDES = flags(concluding);

/** The row that concluded a referral: its first ReferralCompleted or ReferralClosed that no reopening by V undid; -1 when it is not. */
export function conclusionOf({ referrals }: Derived, referral: number, validAt: number): number {
  let conclusion = -1;
  for (let i = referrals.offsets[referral]!; i < referrals.offsets[referral + 1]! && referrals.at[i]! <= validAt; i++) {
    if (referrals.code[i] === REOPENED) conclusion = -1;
    else if (conclusion < 0 && CONCLUDES[referrals.code[i]!] === 1) conclusion = referrals.rows[i]!;
  }
  return conclusion;
}

/** Whether a reopening by V undid this ending. */
export function isUndone({ journal, referrals }: Derived, row: number, validAt: number): boolean {
  const referral = journal.subject[row]!;
  for (let i = referrals.offsets[referral + 1]! - 1; i >= referrals.offsets[referral]!; i--) {
    if (referrals.code[i] === REOPENED && referrals.at[i]! <= validAt) return precedes(journal, row, referrals.rows[i]!);
  }
  return false;
}
