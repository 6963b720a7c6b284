import { whyNotAnId } from '../ids.ts';
import type { TouchpointEvent } from '../event.ts';
import { type Shape, type StreamKind, streamKinds } from '../schemas/shape.ts';

const kinds: ReadonlySet<string> = new Set(streamKinds);

/** The stream an event stands in: its subject, `referral/r-17`. */
export const streamOf = (event: TouchpointEvent): string => event.subject;

/** `referral/r-17` → `referral` */
export const streamKind = (stream: string): StreamKind => stream.slice(0, stream.indexOf('/')) as StreamKind;

/** `referral/r-17` → `r-17` */
export const streamId = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** Why `subject` is not the name of a stream, or undefined when it is one. */
export function whyNotAStream(subject: string): string | undefined {
  const slash = subject.indexOf('/');
  if (slash < 0 || !kinds.has(subject.slice(0, slash))) return `must be <kind>/<id>, the kind one of ${streamKinds.join(', ')}`;
  const why = whyNotAnId(subject.slice(slash + 1));
  return why === undefined ? undefined : `names a stream whose id ${why}`;
}

/** Why an event of this shape and data cannot stand in the stream `subject`, or undefined when it does. */
export function whyNotItsStream(subject: string, { kind, key }: Shape, data: Readonly<Record<string, unknown>>): string | undefined {
  if (key === undefined) return whyNotAStream(subject);
  const id = data[key];
  if (typeof id !== 'string') return subject.startsWith(`${kind}/`) ? whyNotAStream(subject) : `must be ${kind}/<${key}>`;
  return subject === `${kind}/${id}` ? undefined : `must be ${kind}/${id}, the stream that data.${key} names`;
}
