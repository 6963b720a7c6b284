import { ErrorType } from '@eventstore/db-client';
import { LogUnavailable, type Trouble } from '../log-unavailable.ts';

/** The stream is not at the revision that the append expected: nothing was written. */
export class Conflict extends Error {
  override name = 'Conflict';
}

/** The server took an append, and what is read does not hold it yet. */
export class NotShown extends Error {
  override name = 'NotShown';
  constructor(stream: string) {
    super(`does not show yet what was appended to ${stream}`);
  }
}

/** What the client throws has a `type` of its own, or is what gRPC threw, with a numeric `code`. */
type Failure = Readonly<{ type?: unknown; code?: unknown; maxAppendSize?: unknown; message?: unknown }>;
const failureOf = (error: unknown): Failure => (typeof error === 'object' && error !== null ? error : {});
const grpc = { unknown: 2, deadlineExceeded: 4, invalidArgument: 3, permissionDenied: 7, unauthenticated: 16 } as const;

export const isMissingStream = (error: unknown): boolean => failureOf(error).type === ErrorType.STREAM_NOT_FOUND;
export const isConflict = (error: unknown): boolean => failureOf(error).type === ErrorType.WRONG_EXPECTED_VERSION;

/** There may be no event at the position a read began at: a server that is asked in the middle of a record reads bytes that mean nothing. */
export const mayBeNoPlace = (error: unknown): boolean =>
  [grpc.unknown, grpc.invalidArgument].some((code) => code === failureOf(error).code) || failureOf(error).type === ErrorType.UNKNOWN;

/** The client keeps an answer that came too late to its first question of all, and would give it again for ever. */
export const isStuck = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoAnswer' || failureOf(error).code === grpc.deadlineExceeded);

const denied: Verdict = ['denied', (at) => `${at} does not let this user do that: name one who may, with the right password`];
type Verdict = readonly [trouble: Trouble, sentence: (address: string, failure: Failure) => string];
const verdicts: ReadonlyMap<unknown, Verdict> = new Map<unknown, Verdict>([
  [ErrorType.ACCESS_DENIED, denied],
  [grpc.permissionDenied, denied],
  [grpc.unauthenticated, denied],
  [
    ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
    [
      'too-large',
      (at, { maxAppendSize }) => `${at} takes at most ${String(maxAppendSize)} bytes at once: nothing was written, append less`,
    ],
  ],
  [ErrorType.STREAM_DELETED, ['failed', (at) => `a stream on ${at} was deleted for ever: nothing can be written to it or read from it`]],
  [grpc.invalidArgument, ['failed', (at, { message }) => `${at} refuses what it was asked: ${oneLine(message)}`]],
]);

/** What asking again would not mend, as the error that callers see; undefined where the server may just not have answered. */
export function refusal(address: string, error: unknown): Error | undefined {
  if (error instanceof LogUnavailable || error instanceof Conflict) return error;
  if (isConflict(error)) return new Conflict();
  const failure = failureOf(error);
  const verdict = verdicts.get(failure.type) ?? verdicts.get(failure.code);
  if (verdict) return new LogUnavailable(verdict[0], address, verdict[1](address, failure), error);
  return error instanceof TypeError || error instanceof RangeError ? error : undefined; // a mistake of this program
}

/** Whether waiting may mend it. */
export const isUnavailable = (error: Error): error is LogUnavailable => error instanceof LogUnavailable && error.code === 'unavailable';

/** By its own clock the server took the append for too late; what gRPC calls so has a `code`. */
const cameTooLate = ({ type, code }: Failure): boolean => type === ErrorType.DEADLINE_EXCEEDED && code === undefined;

/** The server did not answer, or not with what was appended; `unsure`: and what it did with the append to this stream, which was just read, is unknown. */
export function unavailable(address: string, cause: unknown, unsure?: string): LogUnavailable {
  const outcome = unsure === undefined ? '' : `; whether the append to ${unsure} was written is unknown: repeat it with the same ids`;
  return new LogUnavailable('unavailable', address, `${address} ${wordsFor(cause)}${outcome}`, cause);
}

function wordsFor(cause: unknown): string {
  if (cause instanceof NotShown) return `answers, but ${cause.message}`;
  const failure = failureOf(cause);
  return cameTooLate(failure)
    ? 'takes appends for too late though it answers reads: see whether its clock and that of this machine differ by seconds, or it has too much to do'
    : `does not answer (${oneLine(failure.message)})`;
}

const oneLine = (message: unknown): string => String(message).replaceAll(/\s+/g, ' ').trim();
