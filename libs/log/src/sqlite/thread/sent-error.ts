import { InvalidEvent, RuleBroken } from '@kithline/touchpoints';
import { IdReused, RevisionConflict } from '../../event-log.ts';
import { LogUnavailable } from '../../log-unavailable.ts';

/** An error as data, on its way to another thread: a copy of an error would keep neither its class nor what the class adds. */
export type SentError = Readonly<{
  name: string;
  message: string;
  stack: string | undefined;
  fields: object;
  cause: SentError | undefined;
}>;

const classes = { RuleBroken, InvalidEvent, IdReused, RevisionConflict, LogUnavailable, TypeError, RangeError };
const isOurs = (name: string): name is keyof typeof classes => Object.hasOwn(classes, name);

/** @param thrown anything */
export function sent(thrown: unknown): SentError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message, stack } = error;
  return { name, message, stack, fields: { ...error }, cause: error.cause === undefined ? undefined : sent(error.cause) };
}

/** The error as it was thrown: of its class where that is known here, and with the stack of the thread it comes from. */
export function received({ name, message, stack, fields, cause }: SentError): Error {
  const error = Object.assign(new Error(message, cause && { cause: received(cause) }), { name, ...fields });
  if (stack !== undefined) error.stack = stack;
  return isOurs(name) ? (Object.setPrototypeOf(error, classes[name].prototype) as Error) : error;
}
