import { purposes } from '@kithline/touchpoints';
import { Text, Words } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class DeclareBody extends CommandBody {
  @Text(1024) source: string;
  @Words(purposes) purposes: readonly string[];
  @Text(2000) statement: string;
}
