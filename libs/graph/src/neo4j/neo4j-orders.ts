import type { Order, Orders } from '../orders.ts';
import type { Server } from './server.ts';

/** Orders to the writer, a node each. */
export class Neo4jOrders implements Orders {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  async place(id: string, text: string): Promise<void> {
    await this.#server.change('orders/place', { id, text });
  }

  async placed(): Promise<readonly Order[]> {
    return (await this.#server.glance('orders/placed')) as unknown as readonly Order[];
  }

  async tell(id: string, told: string, done: boolean): Promise<void> {
    await this.#server.change('orders/tell', { id, told, done });
  }
}
