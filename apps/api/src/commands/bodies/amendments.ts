import { type Precision, precisions, whyNotAFieldValue } from '@kithline/touchpoints';
import { Code, Fitting, isObject, Nested, OneOf, StoredId, When } from '../fields.ts';
import { CommandBody } from './command-body.ts';

/** Fields of an event have plain names; which of them there are, the decider knows from the target. */
function whyNoFields(value: unknown): string | undefined {
  if (!isObject(value)) return 'must be an object';
  if (!Object.keys(value).every((name) => /^[A-Za-z][A-Za-z0-9]*$/.test(name))) return 'names a field that no event has';
  const wrong = Object.values(value).map((inner) => whyNotAFieldValue(inner));
  return wrong.find((why) => why !== undefined);
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
