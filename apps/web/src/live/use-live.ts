import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EventRow } from '../asking/answer.ts';
import { askAgain } from '../asking/query-client.ts';
import { type Network, networkQuery } from './network.ts';
import { type Heard, hearing, nothingHeard } from './hearing.ts';

/** How the page hears of what is appended. */
export type Connection = 'connecting' | 'live' | 'lost';

/** Milliseconds: until the server is tried again, and for which news is gathered before the figures follow it. */
const patience = 2000;
const gathering = 300;

/** Listens to the server, for ever: what it appends moves the newest position on, and with it the figures that follow it. */
export function useLive(newest: number | undefined): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const [from, setFrom] = useState(newest);
  if (newest !== undefined && (from === undefined || newest < from)) setFrom(newest);
  useEffect(() => {
    if (from === undefined) return undefined;
    const gathered = gather((heard) => {
      if (heard.startsAnew) void client.invalidateQueries({ queryKey: networkQuery.queryKey });
      client.setQueryData<Network>(networkQuery.queryKey, (known) => known && hearing(known, heard));
    });
    const say = (now: Connection): void => {
      setConnection(now);
      // What happened meanwhile is heard by the stream itself, which goes on where it ended; what failed meanwhile is not.
      if (now === 'live') void askAgain(client);
    };
    const close = listen(from, gathered.add, say, () => void startAnew(client));
    return () => {
      close();
      gathered.stop();
    };
  }, [client, from]);
  return connection;
}

/** Where the log has become shorter it is another one: nothing that was answered before is of it. */
async function startAnew(client: QueryClient): Promise<void> {
  const known = client.getQueryData<Network>(networkQuery.queryKey)?.newest ?? 0;
  const now = await client.fetchQuery({ ...networkQuery, staleTime: 0 }).catch(() => undefined); // no answer: the stream is tried again anyway
  if (now && now.newest < known) await client.resetQueries();
}

/** Opens the stream of events after a position, and opens it again whenever it ends. `refused`: by the server. @returns closes it */
function listen(
  after: number,
  hear: (heard: Partial<Heard>) => void,
  say: (connection: Connection) => void,
  refused: () => void,
): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout>;
  const open = (): void => {
    source = new EventSource(`/v1/events?after=${after}&disclosure=none`);
    source.addEventListener('open', () => say('live'));
    source.addEventListener('appended', ({ data }: MessageEvent<string>) => hear({ rows: [JSON.parse(data) as EventRow] }));
    source.addEventListener('projected', ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as { position: number }));
    source.addEventListener('error', () => {
      say('lost');
      if (source.readyState !== EventSource.CLOSED) return;
      // A browser tries again by itself, unless the server answered with an error: then it gives up, and we do not.
      again = setTimeout(open, patience);
      refused();
    });
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

/** Gathers what is heard for a moment, so that a thousand events are one change. */
function gather(pass: (heard: Heard) => void): Readonly<{ add: (heard: Partial<Heard>) => void; stop: () => void }> {
  let heard = nothingHeard;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const all = heard;
    heard = nothingHeard;
    pass(all);
  };
  return {
    add: ({ rows = [], position = 0 }) => {
      heard = {
        rows: [...heard.rows, ...rows],
        position: Math.max(heard.position, position),
        startsAnew: heard.startsAnew || rows.some((row) => row.position === 1),
      };
      timer ??= setTimeout(flush, gathering);
    },
    stop: () => clearTimeout(timer),
  };
}
