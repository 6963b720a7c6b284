import type { GraphInUse } from '@kithline/network';
import type { EventRow } from '@kithline/network/asking';

/** Milliseconds after which a comment tells that the connection stands. */
const HEARTBEAT = 15_000;

/** What is to be told next. */
type Slot = { row?: EventRow; ended?: boolean; failure?: Error; projected?: number; silent?: boolean };

/**
 * Server-sent events: `appended` with the row of each event, its position the id to go on from; `projected` with the position that the
 * graph has applied, the newest only when several came while nobody read. Reads no further than it is read, and ends with the rows.
 */
export async function* framesOf(rows: AsyncGenerator<EventRow>, graph: GraphInUse, heartbeat = HEARTBEAT): AsyncGenerator<string> {
  const slot: Slot = { projected: graph.position };
  let wake = (): void => undefined;
  const put = (news: Slot): void => {
    Object.assign(slot, news);
    wake();
  };
  const read = (): void =>
    void rows.next().then(
      ({ done, value }) => put(done ? { ended: true } : { row: value }),
      (failure: Error) => put({ failure }),
    );
  const stop = graph.onProjected((projected) => put({ projected }));
  const beat = setInterval(() => put({ silent: true }), heartbeat);
  try {
    yield 'retry: 1000\n\n';
    for (read(); !slot.ended;) {
      if (slot.failure) throw slot.failure;
      const readMore = slot.row !== undefined;
      const frame = takeFrame(slot);
      if (readMore) read();
      if (frame !== undefined) yield frame;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearInterval(beat);
    stop();
  }
}

/** The frame of what is to be told first, which is then told. */
function takeFrame(slot: Slot): string | undefined {
  const { row, projected, silent } = slot;
  if (row) {
    delete slot.row;
    return `id: ${String(row['position'])}\nevent: appended\ndata: ${JSON.stringify(row)}\n\n`;
  }
  if (projected !== undefined) {
    delete slot.projected;
    return `event: projected\ndata: ${JSON.stringify({ position: projected })}\n\n`;
  }
  delete slot.silent;
  return silent ? ': still here\n\n' : undefined;
}
