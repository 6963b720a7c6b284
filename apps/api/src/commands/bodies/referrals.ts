import { parties, sessionKinds, sourceKinds } from '@kithline/touchpoints';
import { Code, Id, Nested, OneOf, Text, When } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class ReferralSource {
  @OneOf(sourceKinds) kind: string;
  @Text(256, { optional: true }) ref?: string;
}

export class ReferralBody extends CommandBody {
  @Id() personId: string;
  @Id({ optional: true }) referrerId?: string;
  @Id() practitionerId: string;
  @Id() communityId: string;
  @Nested(() => ReferralSource) source: ReferralSource;
  @When({ optional: true }) observedFrom?: string;
}

/** For whatever sets the status of a referral. */
export class StatusBody extends CommandBody {
  @Code({ optional: true }) reason?: string;
  @OneOf(parties, { optional: true }) by?: string;
}

export class FlagPossibleDuplicateBody extends CommandBody {
  @Id() otherId: string;
}

export class SessionBody extends CommandBody {
  @Id() sessionId: string;
  @OneOf(sessionKinds) kind: string;
  @When({ optional: true }) at?: string;
}
