import { type Precision, precisions } from '@kithline/touchpoints';
import { Code, Fitting, isObject, Nested, OneOf, StoredId, When } from '../fields.ts';
import { CommandBody } from './command-body.ts';

/** Fields of an event have plain names; which of them there are, the decider knows from the target. */
function whyNoFields(value: unknown): string | undefined {
  if (!isObject(value)) return 'must be an object';
  return Object.keys(value).every((name) => /^[A-Za-z][A-Za-z0-9]*$/.test(name)) ? undefined : 'names a field that no event has';
}

/** A JSON Merge Patch over an event. */
export class EventPatch {
  @When({ optional: true }) time?: string;
  @When({ optional: true, nullable: true }) timeto?: string | null;
  @OneOf(precisions, { optional: true, nullable: true }) precision?: Precision | null;
  @Fitting(whyNoFields, { optional: true }) data?: object;
}

export class AnnulEventBody extends CommandBody {
  @StoredId() target: string;
  @Code() reason: string;
}

export class CorrectEventBody extends AnnulEventBody {
  @Nested(() => EventPatch, 'must change something') patch: EventPatch;
}
