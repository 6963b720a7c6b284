import { Text, TimeZone } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class FoundBody extends CommandBody {
  @Text(200) name: string;
  @TimeZone() timeZone: string;
}
