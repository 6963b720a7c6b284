import type { EventType } from '../event-types.ts';
import { causalRank, knowledgeTypes } from '../event-types.ts';
import { coreType, type TouchpointEvent } from '../event.ts';
import type { Patch } from '../schemas/patch.ts';
import { parseInstant } from '../time.ts';
import { applyCorrection } from '../wire/apply-correction.ts';
import { InvalidEvent } from '../wire/invalid-event.ts';
import { storedId } from '../wire/stored-id.ts';

/**
 * What the events of a stream, given in the order of their positions, come to: annulled ones gone, corrected ones corrected, in the
 * order in which things happened (METRICS C0.3: time, rank, position), knowledge last. The amendments themselves are not among them.
 */
export function historyOf(events: readonly TouchpointEvent[]): readonly TouchpointEvent[] {
  const standing = events.some(isAmendment) ? amended(events) : events;
  const placed = standing.map((event, position) => ({ event, position, known: isKnowledge(event), at: parseInstant(event.time) }));
  return placed
    .sort(
      (a, b) =>
        Number(a.known) - Number(b.known) || (a.known ? 0 : a.at - b.at || rank(a.event) - rank(b.event)) || a.position - b.position,
    )
    .map(({ event }) => event);
}

/** Whether the event amends another one. */
export const isAmendment = ({ type }: TouchpointEvent): boolean => ['EventAnnulled', 'EventCorrected'].includes(coreType(type));

const rank = ({ type }: TouchpointEvent): number => causalRank(coreType(type)) ?? -1;
const isKnowledge = ({ type }: TouchpointEvent): boolean => (knowledgeTypes as readonly EventType[]).includes(coreType(type) as EventType);

/** The events without those annulled, corrected as they stand; the amendments themselves are not among them. */
export function amended(events: readonly TouchpointEvent[]): readonly TouchpointEvent[] {
  const named = events.map((event) => ({ event, id: storedId(event.source, event.id) }));
  const annulled = new Set<unknown>();
  // from the last: an annulment that was annulled itself annuls nothing
  for (const { event, id } of named.toReversed()) {
    if (coreType(event.type) === 'EventAnnulled' && !annulled.has(id)) annulled.add(event.data['target']);
  }
  const standing = named.filter(({ id }) => !annulled.has(id));
  const patches = standing.filter(({ event }) => coreType(event.type) === 'EventCorrected').map(({ event }) => event.data);
  return standing
    .filter(({ event }) => !isAmendment(event))
    .map(({ event, id }) =>
      patches.filter(({ target }) => target === id).reduce<TouchpointEvent>((now, { patch }) => corrected(now, patch as Patch), event),
    );
}

/** A correction that does not fit changes nothing. */
function corrected(event: TouchpointEvent, patch: Patch): TouchpointEvent {
  try {
    return applyCorrection(event, patch);
  } catch (error) {
    if (error instanceof InvalidEvent) return event;
    throw error;
  }
}
