import { type Precision, precisions } from '@kithline/touchpoints';
import { Id, OneOf, When } from '../fields.ts';

/** What every command may say beside its data. */
export class CommandBody {
  /** When it happened; default: now. */
  @When({ optional: true }) time?: string;
  @OneOf(precisions, { optional: true }) precision?: Precision;
  @When({ optional: true }) timeto?: string;
  /** Who does it; absent: the system. */
  @Id({ optional: true }) actor?: string;
  @Id({ optional: true }) community?: string;
}

/** The fields of CommandBody: they surround the event, the rest is its data. */
export const surroundings: readonly string[] = ['time', 'precision', 'timeto', 'actor', 'community'];

/** A command that needs no word beside the ids in its path. */
export class BareBody extends CommandBody {}
