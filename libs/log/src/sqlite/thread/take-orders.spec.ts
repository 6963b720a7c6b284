import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { pageSize } from '../../pages.ts';
import { touch, touches } from '../../testing/touches.ts';
import { SqliteLog } from '../sqlite-log.ts';
import { inFolder } from '../testing/folder.ts';
import type { WrittenRow } from '../writer.ts';
import type { News, Order, Told } from './messages.ts';
import { takeOrders } from './take-orders.ts';

describe('Orders that are taken', () => {
  const folder = inFolder();
  let log: SqliteLog;
  let asking: MessagePort;

  beforeEach(() => {
    log = SqliteLog.open(folder.file('log.sqlite'), { mode: 'write', now: () => 5 });
    const { port1, port2 } = new MessageChannel();
    takeOrders(log, port1);
    asking = port2;
  });
  afterEach(async () => {
    asking.postMessage('end' satisfies Told);
    await once(asking, 'close');
  });

  /** News until so many orders are answered. */
  async function told(orders: readonly Order[]): Promise<readonly News[]> {
    const all: News[] = [];
    for (const order of orders) asking.postMessage(order);
    while (all.flatMap(({ answers }) => answers).length < orders.length) all.push(((await once(asking, 'message')) as [News])[0]);
    return all;
  }
  const recording = (id: string, number: number): Order => [number, 'record', [[touch(id, 'p-1')]]];

  it('are answered by their number, with what was recorded', async () => {
    const [news] = await told([recording('a', 7)]);
    expect(news?.answers).toEqual([[7, { result: [{ position: 1, outcome: 'written' }] }]]);
    expect(news?.recorded).toEqual([[1, 5, expect.stringContaining('"id":"a"')]]);
  });

  it('are all answered, sixteen at a time however many come at once, and what is recorded is told once, in order', async () => {
    const news = await told(Array.from({ length: 100 }, (_, i) => recording(`x-${i}`, i)));
    expect(Math.max(...news.map(({ answers }) => answers.length))).toBe(16);
    expect(news.flatMap(({ answers }) => answers).map(([number]) => number)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    const positions = news.flatMap(({ recorded }) => recorded as readonly WrittenRow[]).map(([position]) => position);
    expect(positions).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('tell where much was recorded, not what, and then go on from there', async () => {
    const [news] = await told([[1, 'record', [touches('many', pageSize + 1)]]]);
    expect(news).toMatchObject({ answers: [[1, { result: expect.anything() }]], recorded: 'see the file' });
    const [next] = await told([recording('one more', 2)]);
    expect(next?.recorded).toEqual([[pageSize + 2, 5, expect.any(String)]]);
  });

  it('are refused one by one', async () => {
    const [news] = await told([[1, 'append', ['member/p-1', [touch('a', 'p-1')], 4]], recording('b', 2)]);
    expect(news?.answers).toMatchObject([
      [1, { error: { name: 'RevisionConflict', fields: { expected: 4, actual: 'no-stream' } } }],
      [2, { result: [{ position: 1 }] }],
    ]);
    expect(news?.recorded).toEqual([[1, 5, expect.stringContaining('"id":"b"')]]);
  });
});
