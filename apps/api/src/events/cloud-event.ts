import { Problem } from '@kithline/network';
import { decodeEvent, type TouchpointEvent } from '@kithline/touchpoints';
import type { FastifyRequest } from 'fastify';
import { bulkTypes, structuredType } from './bodies.ts';

type Headers = FastifyRequest['headers'];

/**
 * The one event that a request brings, in CloudEvents' structured or binary mode.
 * @throws InvalidEvent naming every field that is wrong; Problem when the body is in neither mode
 */
export function eventIn({ headers, body }: Pick<FastifyRequest, 'headers' | 'body'>, type: string): TouchpointEvent {
  if (type === structuredType) return decodeEvent(body);
  if (type !== 'application/json') throw neither('unsupported');
  if (!Object.keys(headers).some((name) => name.startsWith('ce-'))) throw neither('badRequest');
  return decodeEvent({ ...attributesIn(headers), data: body ?? undefined });
}

const neither = (kind: 'unsupported' | 'badRequest'): Problem =>
  new Problem(
    kind,
    kind === 'unsupported' ? 'unsupported_media_type' : 'invalid_event',
    `an event comes as ${structuredType}, or as application/json with its attributes in ce- headers; many come as ${bulkTypes.join(' or ')}`,
  );

/** Attributes travel as `ce-` headers, percent-encoded where they are not plain ASCII (CloudEvents, HTTP binding 3.1.3). */
function attributesIn(headers: Headers): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('ce-')) attributes[name.slice('ce-'.length)] = decoded(String(value));
  }
  return attributes;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that encodes nothing stands for itself
  }
}
