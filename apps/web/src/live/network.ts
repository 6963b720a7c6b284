import { queryOptions } from '@tanstack/react-query';
import type { EventRow } from '../asking/answer.ts';
import { askEvents, askStatus } from '../asking/ask.ts';
import type { AskingFailed } from '../asking/problem.ts';

export type Community = Readonly<{ id: string; name: string; timeZone: string }>;

/** What the page must know of a network before it can ask: where its log ends, from when to when it tells, whose it is. */
export type Network = Readonly<{
  newest: number;
  /** First and last instant that the sliders offer, milliseconds since 1970. */
  from: number;
  until: number;
  communities: readonly Community[];
  sources: Sources;
  /** Whether it began as the demo, which has a sheet that came in late. */
  hasLateSheet: boolean;
}>;

/** Whose events there are: the server tells made-up ones from all others. */
export type Sources = Readonly<{ count: number; madeUp: readonly string[]; others: readonly string[] }>;

/** Whether all its people are made up: where somebody else is among them, or nobody at all is known, there may be something to hide. */
export const isMadeUp = ({ sources: { madeUp, others } }: Network): boolean => madeUp.length > 0 && others.length === 0;

/** The source of the event that the demo begins with. */
const demo = 'urn:kithline:examples:harbour';
const day = 86_400_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The community that a CommunityFounded tells of. */
export const communityOf = ({ data: told }: EventRow): Community => {
  const data = told as Readonly<Record<string, unknown>> | null;
  return {
    id: text(data?.['communityId']),
    name: text(data?.['name']),
    timeZone: text(data?.['timeZone']) || 'UTC',
  };
};

/** When it happened, as far as it may be told: of whom was erased it is not. */
export const timesOf = (rows: readonly EventRow[]): number[] => rows.flatMap(({ time }) => (time === null ? [] : Date.parse(time)));

async function read(signal: AbortSignal): Promise<Network> {
  const [{ checkpoint, span, sources }, { rows: first }, { rows: founded }] = await Promise.all([
    askStatus(signal),
    askEvents({ limit: '1' }, signal),
    askEvents({ type: 'CommunityFounded' }, signal),
  ]);
  return {
    newest: checkpoint,
    from: span ? Date.parse(span.from) : Infinity,
    until: span ? endOf(Date.parse(span.to)) : -Infinity,
    communities: founded.map(communityOf),
    sources,
    hasLateSheet: first.some(({ source }) => source === demo),
  };
}

/** Noon of the day after the last on which something happened, so that the last day has ended everywhere in its community. */
export const endOf = (last: number): number => Math.floor(last / day) * day + 1.5 * day;

export const networkQuery = queryOptions<Network, AskingFailed>({ queryKey: ['network'], queryFn: ({ signal }) => read(signal) });

/** The event at a position. */
export const eventQuery = (position: number) =>
  queryOptions<EventRow | null, AskingFailed>({
    queryKey: ['event', position],
    queryFn: async ({ signal }) => (await askEvents({ after: String(position - 1), limit: '1' }, signal)).rows[0] ?? null,
  });
