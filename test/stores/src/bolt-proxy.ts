import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A COMMIT as Bolt frames it: a chunk of two bytes, and the end of the message. */
const COMMIT = Buffer.from('0002b0120000', 'hex');

/** What the next COMMIT meets: it is done and its answer lost, or it never arrives. */
export type Fate = 'answer lost' | 'commit lost';

/** Stands before a Neo4j, and cuts the connection at one moment exactly: when a COMMIT was sent. */
export class BoltProxy {
  readonly #server = createServer((client) => this.#join(client));
  readonly #port: number;
  readonly #open = new Set<Socket>();
  /** Until it has met a COMMIT. */
  fate: Fate | undefined;
  /** Whether the server is cut off from then on. */
  isAwayAfter = false;
  isAway = false;
  /** How many COMMITs met their fate. */
  cut = 0;

  constructor(url: string) {
    this.#port = Number(new URL(url).port);
  }

  async start(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `bolt://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await once(this.#server.close(), 'close');
  }

  #join(client: Socket): void {
    if (this.isAway) return void client.destroy();
    const server = connect(this.#port, '127.0.0.1');
    let answerIsLost = false;
    const end = (): void => {
      for (const socket of [client, server]) this.#open.delete(socket.destroy());
    };
    for (const socket of [client, server]) this.#open.add(socket.on('error', end).on('close', end));
    client.on('data', (sent) => {
      const fate = sent.includes(COMMIT) ? this.#met() : undefined;
      if (fate === 'commit lost') return end();
      answerIsLost = fate === 'answer lost';
      server.write(sent);
    });
    server.on('data', (answer) => (answerIsLost ? end() : void client.write(answer)));
  }

  #met(): Fate | undefined {
    const { fate } = this;
    this.fate = undefined;
    if (fate) {
      this.cut++;
      this.isAway = this.isAwayAfter;
    }
    return fate;
  }
}
