import type { Position, Recorded } from '../event-log.ts';
import type { LogUnavailable } from '../log-unavailable.ts';
import { BackOff } from './back-off.ts';
import type { Client } from './client.ts';
import { isUnavailable, mayBeNoPlace, refusal, unavailable } from './failures.ts';
import type { Heads } from './heads.ts';
import type { Reader, Surroundings } from './reader.ts';
import { Dropped, Subscription } from './subscription.ts';

/** Told each time a follower lost its subscription and will take a new one. */
export type Heard = (trouble: LogUnavailable) => void;
/** Told when no event has come for a while but the server is at work, passing over what others wrote. */
export type Alive = () => void;
/** After which position; `isPlace`: where there is an event, as far as is known, since the server takes no other. */
type Begin = Readonly<{ after: Position; isPlace: boolean }>;
type Parts = Readonly<{ client: Client; reader: Reader; heads: Heads; prefix: string; around: Surroundings; heard: Heard; alive: Alive }>;

/**
 * Follows over one subscription after the other. Each begins after the last event that was handled, that is, after which the next page was
 * asked for; so nothing is lost or given twice, whatever a server sends, repeats or forgets.
 */
export class Follower {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async *follow(after: Position, signal: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    const { around } = this.#parts;
    const backOff = new BackOff(around.timing, around.jitter);
    let [handled, isPlace] = [after, true];
    while (!signal.aborted) {
      try {
        for await (const page of this.#once({ after: handled, isPlace }, signal)) {
          yield page;
          handled = page.at(-1)?.position ?? handled;
          isPlace = true;
          backOff.reset();
        }
      } catch (error) {
        if (isPlace && mayBeNoPlace(error)) isPlace = false;
        else await this.#endure(error, backOff, signal);
      }
    }
  }

  /** Waits with those who may mend it by themselves. @throws what waiting does not mend */
  async #endure(error: unknown, backOff: BackOff, signal: AbortSignal): Promise<void> {
    const { around, heard } = this.#parts;
    const trouble = refusal(around.address, error) ?? unavailable(around.address, error);
    if (!isUnavailable(trouble)) throw trouble;
    heard(trouble);
    await backOff.pause(signal);
  }

  /** Until the subscription drops or the signal aborts, which ends it normally. */
  async *#once({ after, isPlace }: Begin, signal: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    const { client, reader, prefix, around } = this.#parts;
    const place = isPlace ? after : await reader.placeOf(after);
    const subscription = new Subscription(client, { address: around.address, prefix, after: place });
    let seen = after;
    try {
      while (!signal.aborted) {
        const stored = await subscription.next(signal, around.timing.silence);
        const page = stored.map(({ recorded }) => recorded).filter(({ position }) => position > seen);
        seen = page.at(-1)?.position ?? seen;
        if (page.length > 0) yield page;
        else if (stored.length === 0 && !signal.aborted) await this.#watch(subscription, seen);
      }
    } finally {
      await subscription.end();
    }
  }

  /** A server can forget a subscription without a word. @throws Dropped when the log has grown and it stays silent */
  async #watch(subscription: Subscription, seen: Position): Promise<void> {
    if (subscription.hasShownLife()) return this.#parts.alive();
    const { position } = await this.#parts.heads.now();
    if (position > seen && subscription.isEmpty) throw new Dropped('the subscription is silent while the log grows');
  }
}
