import { queryOptions } from '@tanstack/react-query';
import type { Answer, EventRow } from '../asking/answer.ts';
import { getJson } from '../asking/ask.ts';
import type { AskingFailed } from '../asking/problem.ts';

/** How log and graph stand, as far as the screen reads it. */
export type Status = Readonly<{ head: Readonly<{ position: number; recordedAt: string | null }>; checkpoint: number }>;

export type Community = Readonly<{ id: string; name: string; timeZone: string }>;

/** What the page must know of a network before it can ask: where its log ends, from when to when it tells, whose it is. */
export type Network = Readonly<{
  newest: number;
  /** First and last instant that the sliders offer, milliseconds since 1970. */
  from: number;
  until: number;
  communities: readonly Community[];
  isMadeUp: boolean;
}>;

/** What the demo and the generated networks are recorded as. */
const madeUp = 'urn:kithline:examples:';
/** Events that arrive late are looked past: the end of the record is sought among the last so many. */
const tail = 200;
const day = 86_400_000;

export const eventsPath = (options: Readonly<Record<string, string>>): string =>
  `/v1/events?${new URLSearchParams({ ...options, disclosure: 'none' }).toString()}`;

const events = async (options: Readonly<Record<string, string>>, signal: AbortSignal): Promise<readonly EventRow[]> =>
  (await getJson<Answer<EventRow>>(eventsPath(options), signal)).rows;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The community that a CommunityFounded tells of. */
export const communityOf = ({ data }: EventRow): Community => ({
  id: text(data?.['communityId']),
  name: text(data?.['name']),
  timeZone: text(data?.['timeZone']) || 'UTC',
});

async function read(signal: AbortSignal): Promise<Network> {
  const { checkpoint } = await getJson<Status>('/v1/status', signal);
  const [first, last, founded] = await Promise.all([
    events({ limit: '1' }, signal),
    events({ after: String(Math.max(0, checkpoint - tail)), limit: String(tail) }, signal),
    events({ type: 'CommunityFounded' }, signal),
  ]);
  const from = Math.min(...first.map(({ time }) => Date.parse(time)));
  const end = Math.max(...last.map(({ time }) => Date.parse(time)));
  return {
    newest: checkpoint,
    from,
    until: endOf(end),
    communities: founded.map(communityOf),
    isMadeUp: first.some(({ source }) => source.startsWith(madeUp)),
  };
}

/** Noon of the day after the last on which something happened, so that the last day has ended everywhere in its community. */
export const endOf = (last: number): number => Math.floor(last / day) * day + 1.5 * day;

export const networkQuery = queryOptions<Network, AskingFailed>({ queryKey: ['network'], queryFn: ({ signal }) => read(signal) });

/** The event at a position. */
export const eventQuery = (position: number) =>
  queryOptions<EventRow | null, AskingFailed>({
    queryKey: ['event', position],
    queryFn: async ({ signal }) => (await events({ after: String(position - 1), limit: '1' }, signal))[0] ?? null,
  });
