import { Neo4jOrders } from './neo4j-orders.ts';
import type { Answered, Server } from './server.ts';

/** Orders on a server that answers so, whatever it is asked. */
const ordersWhere = (answer: readonly Answered[]): Neo4jOrders =>
  new Neo4jOrders({ address: 'Neo4j at here', change: () => Promise.resolve(answer) } as unknown as Server);

describe('An order', () => {
  it('is refused where nobody prepared the server, since nothing was left there', () =>
    expect(ordersWhere([]).place('order-1', '{}')).rejects.toMatchObject({
      name: 'GraphUnavailable',
      code: 'not-prepared',
      message: 'Neo4j at here is not prepared for a graph, so the order was not left there: start the projector, which prepares it',
    }));

  it('stands where the server has it, from now or from before', () =>
    expect(ordersWhere([{ id: 'order-1' }]).place('order-1', '{}')).resolves.toBeUndefined());
});
