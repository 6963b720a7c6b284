import { Code, Id, When } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class EngagementBody extends CommandBody {
  @Id() communityId: string;
  @Code() format: string;
  @When() startsAt: string;
  @When() endsAt: string;
  @Code() goal: string;
}

export class CheckInBody extends CommandBody {
  @Id() personId: string;
}
