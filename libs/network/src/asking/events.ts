import type { Recorded } from '@kithline/log';
import { definitionHash, policies, type Asked } from '@kithline/metrics';
import { formatInstant } from '@kithline/touchpoints';
import type { Sources } from './answer-question.ts';
import { filterOf } from './event-filter.ts';
import { eventRow, type EventRow } from './event-row.ts';
import { positionOf } from './known-at.ts';

/** Which events were asked for, as they are shown (QUESTIONS, answers). */
export type Listing = Readonly<{
  /** K. */
  upTo: number;
  /** V; null in an empty log. */
  validAt: string | null;
  /** The answer but for its rows. */
  top: () => Promise<object>;
  /** Up to K, in order of position, as many as were asked for or as `limit` says. */
  rows: (limit?: number) => AsyncGenerator<EventRow>;
  /** What is there, also beyond K, and then whatever is recorded, until the signal aborts. */
  follow: (signal: AbortSignal) => AsyncGenerator<EventRow>;
}>;

/** Lists events of the log. @throws Problem for a K or a type that there is not */
export async function listEvents(sources: Sources, asked: Asked<'events'>): Promise<Listing> {
  const { log, graph } = sources;
  const upTo = await positionOf(asked['known-at'], log, graph.position);
  const narrowed = { ...asked, after: asked.after ?? 0, validAt: asked['valid-at'] };
  const wanted = filterOf({ ...narrowed, upTo });
  const ever = filterOf({ ...narrowed, upTo: Infinity });
  const validAt = await instantOf(sources, asked, upTo);
  const pages = async function* (): AsyncGenerator<readonly Recorded[]> {
    if (asked.stream === undefined) yield* log.readAll(asked.after, upTo);
    else yield await log.readStream(asked.stream);
  };
  const most = asked.limit ?? Infinity;
  return {
    upTo,
    validAt,
    top: () => topOf(sources, asked, { upTo, validAt }),
    rows: (limit = most) => rowsOf(sources, pages(), { is: wanted, limit, stream: asked.stream }),
    follow: (signal) => rowsOf(sources, log.follow(asked.after ?? 0, signal), { is: ever, limit: most, stream: asked.stream }),
  };
}

/** Where a stream is asked for, an event that does not tell its stream is not found by it: the id of an erased person finds nothing. */
async function* rowsOf(
  { log, graph }: Sources,
  pages: AsyncIterable<readonly Recorded[]>,
  { is, limit, stream }: Readonly<{ is: (recorded: Recorded) => boolean; limit: number; stream: string | undefined }>,
): AsyncGenerator<EventRow> {
  let left = limit;
  for await (const page of pages) {
    const erased = await graph.erased();
    for (const recorded of page.filter(is)) {
      const row = eventRow(recorded, await log.hashAt(recorded.position), erased);
      if (stream !== undefined && row['stream'] !== stream) continue;
      yield row;
      if (--left <= 0) return;
    }
  }
}

const figures = ['value', 'lower', 'upper', 'order_lower', 'order_upper', 'n', 'k', 'n_mature', 'n_immature', 'n_censored', 'n_noconsent'];

async function topOf({ log }: Sources, asked: Asked<'events'>, { upTo, validAt }: Pick<Listing, 'upTo' | 'validAt'>): Promise<object> {
  const { type, stream, community, after, limit, disclosure } = asked;
  return {
    question: 'events',
    ...Object.fromEntries(figures.map((name) => [name, null])),
    suppressed: false,
    head: (await log.head()).position,
    variant: null,
    V: validAt,
    K: upTo,
    definitionHash: definitionHash({ metric: 'events', version: 1, parameters: { type, stream, community, after, limit } }),
    policyVersion: policies[disclosure].version,
    disclosure,
    notes: ['not_for_publication'],
    groups: [],
    comparison: null,
  };
}

/** V as it was asked for, or else when the last event up to K was recorded. */
async function instantOf({ log }: Sources, asked: Asked<'events'>, upTo: number): Promise<string | null> {
  if (asked['valid-at'] !== undefined) return formatInstant(asked['valid-at']);
  const { recordedAt } = await log.head(upTo);
  return recordedAt === null ? null : formatInstant(recordedAt);
}
