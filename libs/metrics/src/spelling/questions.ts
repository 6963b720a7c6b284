import type { InvalidOption } from './invalid-option.ts';
import type { Options, Values } from './option.ts';
import { conversionOptions, outcomeChangeOptions } from './questions/engagements.ts';
import { checkReEngagement, reEngagementOptions } from './questions/re-engagement.ts';
import { checkReReferral, latencyOptions, reReferralOptions } from './questions/referrals.ts';
import { checkRetention, retentionOptions } from './questions/retention.ts';
import {
  chainOptions,
  checkEvents,
  checkIntroduced,
  checkPaths,
  eventsOptions,
  introducedOptions,
  pathsOptions,
} from './questions/walks.ts';

type Entry<O extends Options> = Readonly<{
  /** What the question asks, in a line. */
  summary: string;
  /** A whole command line that shows it. */
  example: string;
  options: O;
  /** What the values, each well spelled, contradict in each other; `given` are the options that were not left to their defaults. */
  check?: (asked: Values<O>, given: ReadonlySet<string>) => InvalidOption[];
}>;

const question = <const O extends Options>(entry: Entry<O>): Entry<O> => entry;

/** Every question of QUESTIONS with its options: what command line and api build their parsers from. */
export const questions = {
  retention: question({
    summary: 'who comes back, by period since they entered',
    example: 'kithline retention --period month --by cohort',
    options: retentionOptions,
    check: checkRetention,
  }),
  're-engagement': question({
    summary: 'the share engaged again within, around or after a number of days',
    example: 'kithline re-engagement --horizon 90d --by community',
    options: reEngagementOptions,
    check: checkReEngagement,
  }),
  latency: question({
    summary: 'how long from a referral to its first or third session',
    example: 'kithline latency --horizon 30d --by pathway --compare introduced,directory',
    options: latencyOptions,
  }),
  're-referral': question({
    summary: 'who refers, or is referred, again',
    example: 'kithline re-referral --reading referrer --by practitioner',
    options: reReferralOptions,
    check: checkReReferral,
  }),
  conversion: question({
    summary: 'the share of attendees booked, or seen, within days of an engagement',
    example: 'kithline conversion --horizon 30d --by pathway',
    options: conversionOptions,
  }),
  'outcome-change': question({
    summary: 'how a measured outcome changed after an engagement',
    example: 'kithline outcome-change --instrument PHQ-9 --window 7d..14d',
    options: outcomeChangeOptions,
  }),
  chain: question({ summary: 'through whom a person came', example: 'kithline chain p-nevole', options: chainOptions }),
  introduced: question({
    summary: 'whom a person brought, and whom those brought',
    example: 'kithline introduced h-pizuno --depth 2',
    options: introducedOptions,
    check: checkIntroduced,
  }),
  paths: question({
    summary: 'how one person leads to another',
    example: 'kithline paths h-pizuno p-nevole --over introductions,referrals',
    options: pathsOptions,
    check: checkPaths,
  }),
  events: question({
    summary: 'what was recorded',
    example: 'kithline events --stream referral/r-17 --disclosure none',
    options: eventsOptions,
    check: checkEvents,
  }),
};

export type QuestionName = keyof typeof questions;

/** A question as it was asked: its options as they are spelled, their values read, its defaults filled in. */
export type Asked<Name extends QuestionName> = Readonly<{ question: Name }> & Values<(typeof questions)[Name]['options']>;

export type Question = { [Name in QuestionName]: Asked<Name> }[QuestionName];
