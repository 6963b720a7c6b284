import { type Client, connect, end } from './client.ts';
import { isStuck } from './failures.ts';
import { whenSent } from './sent.ts';
import { type Room, Turns } from './turns.ts';

/**
 * From the sixteenth message that waits before a connection on, the client queues messages in a way that, when the connection breaks, rejects
 * promises nobody holds, which ends the process: those not sent yet, and one that is being sent, are fewer (an append is one message; none
 * reaches the 3 MiB from which the client makes two). When one append is not answered in time all that are under way are settled by reading,
 * so these are no more than what keeps a server busy that is some milliseconds away.
 */
const room: Room = { underWay: 64, unsent: 14 };

/**
 * The one client of this process that appends, shared by all logs on one server. The client keeps the appends under way of the whole
 * process in one table: when a connection breaks all of them are rejected, and the answer to one of another connection then ends the process.
 */
export class WritingClient {
  static #current: WritingClient | undefined;

  readonly #url: string;
  readonly #turns = new Turns(room);
  readonly #users = new Set<object>();
  #client: Client;
  #replacing: Promise<void> | undefined;

  private constructor(url: string) {
    this.#url = url;
    this.#client = connect(url);
  }

  /** @throws TypeError while this process appends to another server */
  static for(user: object, url: string): WritingClient {
    const current = (this.#current ??= new WritingClient(url));
    if (current.#url !== url) throw new TypeError('one process appends to one EventStoreDB, as one user: close the other log first');
    current.#users.add(user);
    return current;
  }

  /** When the last user is gone the client ends. */
  async release(user: object): Promise<void> {
    if (!this.#users.delete(user) || this.#users.size > 0) return;
    if (WritingClient.#current === this) WritingClient.#current = undefined;
    await this.#replacing;
    await end(this.#client);
  }

  /** Appends when its turn comes; `lastId`: of the last event of the append. */
  use<T>(lastId: string, append: (client: Client) => Promise<T>): Promise<T> {
    return this.#turns.take(async (sent) => {
      while (this.#replacing) await this.#replacing;
      const client = this.#client;
      const forget = whenSent(lastId, sent);
      try {
        return await append(client);
      } catch (error) {
        if (isStuck(error) && client === this.#client) this.#replace();
        throw error;
      } finally {
        forget();
      }
    });
  }

  /** Ends a client that is stuck; its appends under way are rejected, and nothing is sent through the next one before that. */
  #replace(): void {
    const stuck = this.#client;
    this.#client = connect(this.#url);
    this.#replacing = end(stuck).then(() => (this.#replacing = undefined));
  }
}
