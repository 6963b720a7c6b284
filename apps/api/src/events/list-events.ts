import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asked } from '@kithline/metrics';
import type { EventRow } from '@kithline/network/asking';
import { AtOnce } from '../asking/at-once.ts';
import { waitFor } from '../asking/wait-for.ts';
import { type Parts, PARTS } from '../parts.ts';

/** One page of events, and whether more follow; `revision` is that of the stream asked for, undefined when none was or the page has no events. */
export type EventsPage = Readonly<{ top: object; K: number; rows: readonly EventRow[]; more: boolean; revision: number | undefined }>;

/** Events by position, `limit` of them, once the graph has applied the log up to `waitFor`. */
export class ListEvents extends Query<EventsPage> {
  readonly asked: Asked<'events'>;
  readonly limit: number;
  readonly waitFor: number | undefined;
  constructor(asked: Asked<'events'>, limit: number, position?: number) {
    super();
    this.asked = asked;
    this.limit = limit;
    this.waitFor = position;
  }
}

const MOST_LISTED = 32;

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  readonly #listed = new AtOnce(MOST_LISTED, 'listings');
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  execute({ asked, limit, waitFor: position }: ListEvents): Promise<EventsPage> {
    const { graph, network, log } = this.#parts;
    return this.#listed.run(async () => {
      await waitFor(graph, position);
      const listing = await network.events(asked);
      const rows: EventRow[] = [];
      for await (const row of listing.rows(limit + 1)) rows.push(row); // one more than are shown, to know whether there are more
      const isTold = asked.stream !== undefined && rows.length > 0;
      const revision = isTold ? (await log.readStream(asked.stream)).at(-1)?.revision : undefined;
      return { top: await listing.top(), K: listing.upTo, rows: rows.slice(0, limit), more: rows.length > limit, revision };
    });
  }
}
