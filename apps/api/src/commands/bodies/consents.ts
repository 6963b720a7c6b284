import { purposes } from '@kithline/touchpoints';
import { Id, Ids, OneOf, Text, Texts, When, Words } from '../fields.ts';
import { CommandBody } from './command-body.ts';

class ConsentBody extends CommandBody {
  @Texts(64, { optional: true }) categories?: readonly string[];
  @Ids({ optional: true }) recipients?: readonly string[];
  @Id({ optional: true }) communityId?: string;
  @Text(128, { optional: true }) noticeVersion?: string;
}

export class GrantBody extends ConsentBody {
  @Words(purposes) purposes: readonly string[];
  @When({ optional: true }) since?: string;
}

export class ExpireBody extends ConsentBody {
  @Words(purposes, { optional: true }) purposes?: readonly string[];
}

export class WithdrawBody extends ExpireBody {
  @OneOf(['prospective', 'erase'], { optional: true }) effect?: string;
}
