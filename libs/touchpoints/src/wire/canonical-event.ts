import type { TouchpointEvent } from '../event.ts';
import { canonicalInstant } from '../schemas/canonical-instant.ts';
import { inOrder } from '../schemas/order.ts';
import type { Shape } from '../schemas/shape.ts';
import { attributes, envelopeRanks } from './envelope.ts';
import { shapeOfWire } from './event-type.ts';

/** The one spelling of a valid event; the event itself where it is spelt so already. */
export function canonicalEvent(event: TouchpointEvent, shape: Shape = shapeOfWire(event.type)): TouchpointEvent {
  const data = shape.spell(event.data);
  const { time, timeto } = event;
  const utc = canonicalInstant(time);
  const utcTo = timeto == null ? undefined : canonicalInstant(timeto);
  const same = data === event.data && utc === time && (timeto === undefined || utcTo === timeto);
  return same && inOrder(event, envelopeRanks) ? event : respell(event, { time: utc, timeto: utcTo, data });
}

function respell(event: TouchpointEvent, spelt: Readonly<Record<string, unknown>>): TouchpointEvent {
  const copy: Record<string, unknown> = {};
  for (const { name } of attributes) {
    const value = (name in spelt ? spelt[name] : event[name as keyof TouchpointEvent]) ?? undefined;
    if (value !== undefined) copy[name] = value;
  }
  copy['data'] = spelt['data'];
  return copy as TouchpointEvent;
}
