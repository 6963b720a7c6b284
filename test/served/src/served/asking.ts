import type { Served } from '@kithline/test-stories/served';
import { until } from '../projector/stores.ts';

type Row = Readonly<Record<string, unknown>> & Readonly<{ position: number }>;

/** Until its answers are up to date, also with something that is written now: the first batch of a fresh graph takes longest. */
export async function isReady(served: Served): Promise<void> {
  await until(async () => (await served.fetch('/health/ready')).ok);
  const { position } = await served.tell('communities/first/found', { name: 'First', timeZone: 'UTC', time: '2025-12-01T00:00:00Z' });
  await until(async () => (await served.fetch(`/v1/events?disclosure=none&limit=1&wait-for=${position}`)).ok);
}

/** Every event that it has applied. */
export async function listed(served: Served): Promise<readonly Row[]> {
  const answer = await served.fetch('/v1/events?disclosure=none&limit=1000');
  return ((await answer.json()) as { rows: readonly Row[] }).rows;
}

/** An event, wherever its log is. */
export const like = ({ position: _position, hash: _hash, recordedAt: _recordedAt, ...event }: Row): object => event;

/** An answer, whatever the positions of its log are. */
export const apartFromK = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === 'K' ? 0 : value)));
