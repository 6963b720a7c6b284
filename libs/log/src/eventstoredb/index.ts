import type { LogUnavailable } from '../log-unavailable.ts';
import { EventStoreLog } from './event-store-log.ts';
import type { Alive, Heard } from './follower.ts';
import { type Credentials, readServer } from './settings.ts';
import { StreamNames } from './stream-names.ts';
import { type Timing, usualTiming } from './timing.ts';

export type { EventStoreLog } from './event-store-log.ts';
export type { Credentials } from './settings.ts';
export { type Timing, usualTiming } from './timing.ts';

export type EventStoreLogOptions = Readonly<{
  /** Which of the logs on the server; default `kithline`. Streams are called `<tenant>.<kind>-<id>`. */
  tenant?: string;
  /** Instead of those in the connection string, as where the password is in a file. */
  credentials?: Credentials;
  timing?: Partial<Timing>;
  /** A number from 0 to 1, drawn anew each time: how much shorter to wait before trying again, so that not all come back at once. */
  jitter: () => number;
  /** Told each time an append or a read is to be tried again, and why. */
  waits?: (trouble: LogUnavailable) => void;
  /** Told each time a follower lost the server and will try again. */
  heard?: Heard;
  /** Told now and then while a follower waits for a server that passes over what others wrote. */
  alive?: Alive;
}>;

/** Why there can be no log with these settings, in one line without the secret; undefined when there can. Nothing is connected. */
export function whyNotALog(settings: Readonly<{ url: string; tenant: string; credentials?: Credentials }>): string | undefined {
  try {
    readServer(settings.url, { ...(settings.credentials && { credentials: settings.credentials }), answer: usualTiming.answer });
    new StreamNames(settings.tenant);
    return undefined;
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

/**
 * The log on the server of a connection string (`esdb://…`, `esdb+discover://…`, `kurrentdb://…`). Nothing is sent before the first question, so
 * this succeeds while the server is away; then an append or a read waits for it (`timing.patience`), and a follower as long as it takes.
 * @throws TypeError in one line when the string or the tenant is not as it must be
 */
export function openEventStoreLog(connectionString: string, options: EventStoreLogOptions): EventStoreLog {
  const nobody = (): void => undefined;
  const { tenant = 'kithline', credentials, jitter, waits = nobody, heard = nobody, alive = nobody } = options;
  const timing = { ...usualTiming, ...options.timing };
  const server = readServer(connectionString, { ...(credentials && { credentials }), answer: timing.answer });
  return new EventStoreLog({ server, names: new StreamNames(tenant), timing, jitter, waits, heard, alive });
}
