import { communityDecider } from '../community/decide.ts';
import { consentDecider } from '../consent/decide.ts';
import { consentBasisDecider } from '../consent-basis/decide.ts';
import type { Fact } from '../decider/fact.ts';
import { engagementDecider } from '../engagement/decide.ts';
import { introductionDecider } from '../introduction/decide.ts';
import { memberDecider } from '../member/decide.ts';
import { personDecider } from '../person/decide.ts';
import { practitionerDecider } from '../practitioner/decide.ts';
import { referralDecider } from '../referral/decide.ts';
import type { StreamKind } from '../schemas/shape.ts';

/** What judging facts takes of a decider, whatever its state. */
export type Judge = Readonly<{
  initial: () => unknown;
  evolve: (state: unknown, fact: Fact) => unknown;
  breaches: (fact: Fact, state: unknown) => readonly string[];
}>;

/** The decider of each kind of stream. A stream of a kind holds facts of that kind only, amendments aside. */
export const deciders = {
  community: communityDecider,
  member: memberDecider,
  introduction: introductionDecider,
  engagement: engagementDecider,
  referral: referralDecider,
  consent: consentDecider,
  'consent-basis': consentBasisDecider,
  practitioner: practitionerDecider,
  person: personDecider,
} as const satisfies Record<StreamKind, unknown>;
