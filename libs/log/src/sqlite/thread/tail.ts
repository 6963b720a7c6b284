import type { Position, Recorded } from '../../event-log.ts';
import { pageSize } from '../../pages.ts';

/** How many events are kept at least: two pages, so that who follows and is one behind still finds the next. */
const KEPT = 2 * pageSize;

/** The newest events of a log, without a gap. */
export class Tail {
  #events: Recorded[] = [];

  /** Those that follow what was added before. */
  add(events: readonly Recorded[]): void {
    for (const event of events) this.#events.push(event);
    if (this.#events.length > 2 * KEPT) this.#events = this.#events.slice(-KEPT);
  }

  /** Forgets all, where events were recorded that are not added. */
  clear(): void {
    this.#events = [];
  }

  /** At most a page of those after a position; undefined when the first of them may be further back than the oldest kept. */
  after(position: Position): readonly Recorded[] | undefined {
    const [oldest] = this.#events;
    if (!oldest || position < oldest.position - 1) return undefined;
    const from = position - oldest.position + 1; // there are no gaps
    return this.#events.slice(from, from + pageSize);
  }
}
