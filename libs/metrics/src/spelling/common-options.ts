import { policyNames } from '../disclosure/policies.ts';
import { cohortUnit } from './durations.ts';
import { choice, several } from './kind.ts';
import { defaulted, optional } from './option.ts';
import { id, instant, pair, position } from './places.ts';

/** Options of every question (QUESTIONS, spelling). `--json` is the command line's own. */
export const common = {
  'known-at': optional(position, {
    help: 'as known at this position of the log, or when this event was recorded (default: the newest applied)',
    example: '7253',
  }),
  'valid-at': optional(instant, {
    help: 'as it was at this instant (default: when the event at --known-at was recorded)',
    example: '2026-10-26T12:00:00Z',
  }),
  community: optional(several(id), { help: 'only what belongs to these communities', example: 'harbour,millyard' }),
  disclosure: defaulted(choice(policyNames), 'public', {
    help: 'who may read the answer: it says what is hidden, and none hides nothing and is not for publication',
    example: 'none',
  }),
};

const ofPersons = ['community', 'pathway', 'introducer', 'cohort'] as const;
const ofReferrals = ['community', 'pathway', 'source', 'practitioner', 'referrer', 'introducer', 'cohort'] as const;

/** Which cohorts there are also matters where every cohort is entered anew, or weighs alike: questions with such readings take it without --by. */
export const cohort = optional(cohortUnit, {
  help: 'the unit of entry that makes a cohort (default: the unit of --period, month where there is none)',
  example: 'quarter',
});

const comparing = {
  compare: optional(pair, { help: 'with --by: the first group against the second, the baseline', example: 'introduced,directory' }),
  cohort: { ...cohort, only: { by: ['cohort'] } },
};

const by = 'one answer a group as well: by this attribute of the start';

/** Options of questions whose units are persons or what they attended: their attributes are the person's. */
export const aboutPersons = { ...common, by: optional(choice(ofPersons), { help: by, example: 'pathway' }), ...comparing };

/** Options of questions whose units are referrals. */
export const aboutReferrals = { ...common, by: optional(choice(ofReferrals), { help: by, example: 'practitioner' }), ...comparing };
