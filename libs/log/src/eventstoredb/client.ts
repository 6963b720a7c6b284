import { EventStoreDBClient } from '@eventstore/db-client';
import { sendBytes } from './bytes.ts';
import { hearSent } from './sent.ts';
import { within } from './timing.ts';

sendBytes();
hearSent();

export type Client = EventStoreDBClient;

/** How long ending a client may take, in milliseconds: it waits for streams that a server ended in its own way, for ever. */
const farewell = 1_000;

export const connect = (url: string): Client => EventStoreDBClient.connectionString(url);

/** Ends all calls of a client, and closes its channel, which `dispose` leaves open: nothing of it reaches the server afterwards. */
export async function end(client: Client): Promise<void> {
  await within(farewell, client.dispose()).catch(() => undefined);
  const { getChannel } = client as unknown as { getChannel: () => Promise<{ close(): void }> };
  await within(
    farewell,
    getChannel().then((channel) => channel.close()),
  ).catch(() => undefined); // one that never came about needs no closing
}
