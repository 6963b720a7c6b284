import { Amount, Code, Id, When } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class MakeIntroductionBody extends CommandBody {
  @Id() introducerId: string;
  @Id() introduceeId: string;
  @Id() communityId: string;
  @Code({ optional: true }) kind?: string;
  @Amount(0, { optional: true }) weight?: number;
  @When({ optional: true }) until?: string;
}
