import streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as S from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type ReadCall, type Served, send, startOf } from './reading.ts';
import type { Kept } from './store.ts';
import { event, failure } from './wire.ts';

/** A subscription to `$all`, through a filter or not: what is there after the position given, then what comes. */
export class SubscriptionCall {
  readonly #call: ReadCall;
  readonly #options: S.ReadReq.Options;
  readonly #served: Served;
  readonly #breaks: boolean;
  #wake = (): void => undefined;
  #forgotten = false;
  #scanned = 0;

  constructor(call: ReadCall, options: S.ReadReq.Options, served: Served) {
    this.#call = call;
    this.#options = options;
    this.#served = served;
    this.#breaks = served.faults.brokenSubscriptions > 0;
    if (this.#breaks) served.faults.brokenSubscriptions--;
  }

  async serve(): Promise<void> {
    const { store, faults } = this.#served;
    if (faults.silent.has('subscriptions')) return;
    const forget = store.onAppend(() => this.#wake());
    this.#call.on('cancelled', () => this.#wake());
    try {
      await this.#send(
        new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())),
      );
      await this.#sendAll(this.#start());
    } finally {
      forget();
    }
  }

  /** The server forgets it, and neither sends anything nor ends the call. */
  goSilent(): void {
    this.#forgotten = true;
  }

  end(): void {
    this.goSilent();
    this.#call.end();
  }

  break(code: status = status.UNAVAILABLE): void {
    this.goSilent();
    this.#call.emit('error', failure(code, 'going down'));
  }

  get isOver(): boolean {
    return this.#forgotten || this.#call.cancelled;
  }

  /** After the position given. */
  #start(): number {
    const from = this.#options.getAll();
    return startOf(this.#served, this.#options) + (from?.hasPosition() ? 1 : 0);
  }

  async #sendAll(start: number): Promise<void> {
    const { store, faults } = this.#served;
    const caughtUp = new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
    if (faults.caughtUpFirst) await this.#send(caughtUp);
    let isLive = false;
    for (let i = start; !this.isOver;) {
      if (i < store.log.length) {
        if (isLive) this.#refuseSlowness(store.log.length - i);
        await this.#sendOne(store.log[i++] as Kept);
      } else {
        if (!isLive) await this.#send(caughtUp);
        isLive = true;
        if (i === store.log.length && !this.isOver) await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    }
  }

  #refuseSlowness(behind: number): void {
    if (behind <= (this.#served.faults.liveBuffer ?? Infinity)) return;
    const details = 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.';
    throw Object.assign(failure(status.ABORTED, ''), { details });
  }

  async #sendOne(kept: Kept): Promise<void> {
    const { store, faults } = this.#served;
    const filter = this.#options.getFilter();
    if (faults.earlyCheckpoints) await this.#checkpoint(store.log.at(-1) as Kept);
    if (isWanted(kept, filter)) await this.#sendWanted(kept);
    const every = 32 * (filter?.getCheckpointintervalmultiplier() ?? 0);
    if (every > 0 && ++this.#scanned % every === 0) await this.#checkpoint(kept);
  }

  async #sendWanted(kept: Kept): Promise<void> {
    await this.#send(event(kept));
    if (this.#served.faults.repeats) await this.#send(event(kept));
    if (this.#breaks) throw failure(status.UNAVAILABLE, 'going down');
  }

  async #checkpoint({ position }: Kept): Promise<void> {
    if (this.#served.faults.scanning > 0) await wait(this.#served.faults.scanning);
    const at = String(position);
    await this.#send(new streams.ReadResp().setCheckpoint(new streams.ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at)));
  }

  async #send(message: S.ReadResp): Promise<void> {
    if (!this.isOver) await send(this.#call, message);
  }
}

function isWanted(kept: Kept, filter: S.ReadReq.Options.FilterOptions | undefined): boolean {
  const wanted = filter?.getEventType() ?? filter?.getStreamIdentifier();
  if (!wanted) return true;
  const text = filter?.hasEventType() ? kept.type : kept.stream;
  return wanted.getRegex() ? new RegExp(wanted.getRegex()).test(text) : wanted.getPrefixList().some((prefix) => text.startsWith(prefix));
}
