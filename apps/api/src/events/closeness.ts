import type { RecordedFact } from '@kithline/log';

/** Events that the graph may be behind what a sender has recorded, so that questions stay close to it. */
const MOST_BEHIND = 20_000;
/** Of so many events one position is remembered, so that it is a few at any time, however much is sent. */
const STEP = 1_000;

/**
 * How far the graph is to have come while somebody sends in bulk, counted in the events that were written for them: positions tell only an
 * order, in some logs they count bytes.
 */
export class Closeness {
  /** Where every thousandth event written stands, as far back as the graph may be behind; the oldest first. */
  readonly #positions: number[] = [];
  #written = 0;
  #due = 0;

  /** The position that the graph is to have reached once these are recorded: where the event stands that is as far back; 0 while none is. */
  after(outcomes: readonly RecordedFact[]): number {
    for (const { outcome, position } of outcomes) if (outcome === 'written' && ++this.#written % STEP === 0) this.#positions.push(position);
    while (this.#positions.length > MOST_BEHIND / STEP) this.#due = this.#positions.shift()!;
    return this.#due;
  }
}
