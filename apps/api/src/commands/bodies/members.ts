import { pathways } from '@kithline/touchpoints';
import { Code, Id, OneOf } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class JoinBody extends CommandBody {
  @Id() communityId: string;
  @Id({ optional: true }) introductionId?: string;
  @OneOf(pathways, { optional: true }) pathway?: string;
}

export class LeaveBody extends CommandBody {
  @Id() communityId: string;
  @Code({ optional: true }) reason?: string;
}

export class RejoinBody extends LeaveBody {}

export class RecordTouchpointBody extends CommandBody {
  @Id() touchpointId: string;
  @Id() communityId: string;
  @Code() kind: string;
  @Code({ optional: true }) channel?: string;
  @Id({ optional: true }) engagementId?: string;
}

export class ReassignIntroducerBody extends CommandBody {
  @Id() introducerId: string;
  @Id({ optional: true }) introductionId?: string;
  @Code() reason: string;
}
