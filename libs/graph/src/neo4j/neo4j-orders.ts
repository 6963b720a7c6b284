import type { Order, Orders } from '../orders.ts';
import { GraphUnavailable } from './graph-unavailable.ts';
import type { Server } from './server.ts';

/** Orders to the writer, a node each. */
export class Neo4jOrders implements Orders {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** @throws GraphUnavailable (`not-prepared`) where nobody has prepared the server: nothing is left there then */
  async place(id: string, text: string): Promise<void> {
    const [standing] = await this.#server.change('orders/place', { id, text });
    if (standing) return;
    const { address } = this.#server;
    const message = `${address} is not prepared for a graph, so the order was not left there: start the projector, which prepares it`;
    throw new GraphUnavailable('not-prepared', address, message);
  }

  async placed(): Promise<readonly Order[]> {
    return (await this.#server.glance('orders/placed')) as unknown as readonly Order[];
  }

  async tell(id: string, told: string, done: boolean): Promise<void> {
    await this.#server.change('orders/tell', { id, told, done });
  }
}
