import type { Command } from '../decider/command.ts';

export type GrantConsent = Command<'GrantConsent', 'ConsentGranted'>;
export type WithdrawConsent = Command<'WithdrawConsent', 'ConsentWithdrawn'>;
export type ExpireConsent = Command<'ExpireConsent', 'ConsentExpired'>;

export type ConsentCommand = GrantConsent | WithdrawConsent | ExpireConsent;
