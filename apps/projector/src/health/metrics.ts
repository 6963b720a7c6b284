import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Standing } from '../standing.ts';
import { judge } from './judge.ts';

const seconds = (since: number | null, now: number): number => (since === null ? 0 : Math.max(0, (now - since) / 1000));

/** What is told to Prometheus: gauges are read off the standing when they are asked for. */
type Reading = readonly [name: string, help: string, read: (standing: Standing, now: number) => number];
const readings: readonly Reading[] = [
  ['alive', '1 while the follower does its work or waits for a store', (standing, now) => Number(judge(standing, now).alive)],
  ['ready', '1 while the graph is up to date', (standing, now) => Number(judge(standing, now).ready)],
  ['position', 'position of the log that the live graph has come to', ({ position }) => position],
  ['head_position', 'position where the log ended at the last heartbeat', ({ head }) => head],
  ['lag_events', 'events that are not in the graph yet, counted up to 10000', ({ lag }) => lag],
  ['lag_seconds', 'how long the first of them has waited', ({ waitingSince }, now) => seconds(waitingSince, now)],
  ['parked_events', 'events that could not be applied, and those that wait behind them', ({ parked }) => parked],
  ['oldest_parked_seconds', 'age of the oldest of them', ({ parkedSince }, now) => seconds(parkedSince, now)],
  ['heartbeat_seconds', 'how long both stores took to say where they are', ({ heartbeatMs }) => (heartbeatMs ?? 0) / 1000],
  ['heartbeat_age_seconds', 'how long ago that was', ({ heartbeatAt, movedAt }, now) => seconds(heartbeatAt ?? movedAt, now)],
  ['generation', 'the generation that is live', ({ generation }) => generation ?? 0],
  ['rebuild_position', 'position that a rebuild has come to, 0 when there is none', ({ rebuild }) => rebuild?.position ?? 0],
];

/** The metrics of one process. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #applied = new Counter({ name: 'kithline_projector_applied_events_total', help: 'events applied', registers: [this.#registry] });
  readonly #lost = new Counter({
    name: 'kithline_projector_interruptions_total',
    help: 'how often a store was lost, or the follower stalled',
    registers: [this.#registry],
  });
  readonly #batch = new Histogram({
    name: 'kithline_projector_batch_seconds',
    help: 'how long writing a batch took',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.#registry],
  });

  constructor(standing: Standing, now: () => number) {
    for (const [name, help, read] of readings) {
      new Gauge({
        name: `kithline_projector_${name}`,
        help,
        registers: [this.#registry],
        collect() {
          this.set(read(standing, now()));
        },
      });
    }
    collectDefaultMetrics({ register: this.#registry });
  }

  applied(events: number, ms: number): void {
    this.#applied.inc(events);
    this.#batch.observe(ms / 1000);
  }

  interrupted(): void {
    this.#lost.inc();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
