import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { moveOn } from './network.ts';

/** How the page hears of what is appended. */
export type Connection = 'connecting' | 'live' | 'lost';

const patience = 3000;

/** Listens to the server's events, for ever: what it appends moves the newest position on, and with it the figures that follow it. */
export function useLive(): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    const listen = (): void => {
      source = new EventSource('/v1/events?disclosure=none');
      source.addEventListener('open', () => setConnection('live'));
      source.addEventListener('position', (message: MessageEvent<string>) => moveOn(client, positionIn(message.data)));
      source.addEventListener('error', () => {
        setConnection('lost');
        // A browser tries again by itself, unless the server answered with an error: then it gives up, and we do not.
        if (source.readyState === EventSource.CLOSED) again = setTimeout(listen, patience);
      });
    };
    listen();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [client]);
  return connection;
}

/** The projected position in a message; 0, which moves nothing, where there is none. */
export function positionIn(data: string): number {
  const { position } = JSON.parse(data) as { position?: unknown };
  return typeof position === 'number' ? position : 0;
}
