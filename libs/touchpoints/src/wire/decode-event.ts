import type { TouchpointEvent } from '../event.ts';
import type { Problem } from '../schemas/problem.ts';
import { problemsOfData } from '../schemas/validate.ts';
import { upcastData } from '../upcast/upcast.ts';
import { canonicalEvent } from './canonical-event.ts';
import { incoherence } from './coherence.ts';
import { required, whyNotAttribute } from './envelope.ts';
import { type KnownType, readType } from './event-type.ts';
import { InvalidEvent } from './invalid-event.ts';
import { whyNotAStream, whyNotItsStream } from './stream.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** `basisEvents`: accept ConsentBasisDeclared and ConsentBasisRevoked, which only the operator and a restored export may bring. */
export type DecodeOptions = Readonly<{ basisEvents?: boolean }>;

/**
 * Reads a CloudEvents 1.0 JSON object as one event of the core vocabulary, in its one spelling: keys in a fixed order, date-times in UTC.
 * Its shape is checked to the last field; whether it fits the history is not asked. Shares what it need not change with `value`.
 * @throws InvalidEvent naming every field that is wrong.
 */
export function decodeEvent(value: unknown, options: DecodeOptions = {}): TouchpointEvent {
  if (!isObject(value)) throw new InvalidEvent([{ field: '', message: 'an event must be a JSON object' }]);
  const problems: Problem[] = [];
  checkEnvelope(value, problems);
  const known = checkType(value, options, problems);
  checkData(value, known, problems);
  if (problems.length > 0) throw new InvalidEvent(problems);
  return canonicalEvent(value as TouchpointEvent, (known as KnownType).shape);
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** In CloudEvents an attribute that is null is not set. */
function checkEnvelope(event: JsonObject, problems: Problem[]): void {
  for (const name of required) if (event[name] == null) problems.push({ field: name, message: 'is required' });
  for (const name in event) {
    const message = event[name] == null || name === 'data' ? undefined : whyNotAttribute(name, event[name]);
    if (message !== undefined) problems.push({ field: name, message });
  }
}

/** The core type and version, or undefined where there is none to check the data by. */
function checkType({ type: wire }: JsonObject, { basisEvents = false }: DecodeOptions, problems: Problem[]): KnownType | undefined {
  if (typeof wire !== 'string') return undefined;
  const known = readType(wire);
  if (typeof known === 'string') {
    problems.push({ field: 'type', message: known });
    return undefined;
  }
  if (!basisEvents && known.shape.kind === 'consent-basis') {
    problems.push({ field: 'type', message: 'is recorded only by the operator: state the basis in words with --consent-basis' });
  }
  return known;
}

function checkData(event: JsonObject, known: KnownType | undefined, problems: Problem[]): void {
  const { data } = event;
  if (!isObject(data)) problems.push({ field: 'data', message: data == null ? 'is required' : 'must be an object' });
  if (isObject(data) && known) checkKnownData(event, data, known, problems);
  else checkSubject(event, whyNotAStream, problems);
}

function checkKnownData(event: JsonObject, data: JsonObject, known: KnownType, problems: Problem[]): void {
  for (const problem of problemsOfData(known.type, upcastData(known, data))) problems.push(problem);
  checkSubject(event, (subject) => whyNotItsStream(subject, known.shape, data), problems);
  if (problems.length > 0) return;
  const contradiction = incoherence(known.type, event as TouchpointEvent);
  if (contradiction) problems.push(contradiction);
}

function checkSubject({ subject }: JsonObject, why: (subject: string) => string | undefined, problems: Problem[]): void {
  const message = typeof subject === 'string' ? why(subject) : undefined;
  if (message !== undefined) problems.push({ field: 'subject', message });
}
