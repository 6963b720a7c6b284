import { Amount, Ids, Texts } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class PublishProfileBody extends CommandBody {
  @Texts(128) specialisms: readonly string[];
  @Ids() communityIds: readonly string[];
  @Amount(0, { optional: true }) capacity?: number;
}
