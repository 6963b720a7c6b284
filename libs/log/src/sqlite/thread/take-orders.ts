import type { MessagePort } from 'node:worker_threads';
import type { Request } from '../../decision.ts';
import { pageSize } from '../../pages.ts';
import type { SqliteLog } from '../sqlite-log.ts';
import type { WrittenRow } from '../writer.ts';
import type { Answer, News, Order, Told, Writing } from './messages.ts';
import { sent } from './sent-error.ts';

/**
 * Orders that are under way at once; what they append is committed together. Were it all that wait, those who give orders and those who carry
 * them out would fall into step, and one thread would wait while the other works; with fewer the disk would be flushed more often.
 */
const MOST = 16;

/**
 * Carries out the orders that come through the port, first come first served, and tells what came of them and what was recorded, until it
 * is told to end.
 */
export function takeOrders(log: SqliteLog, port: MessagePort): void {
  const writing: Writing = {
    append: (...given) => log.append(...given),
    record: (facts) => log.record(facts),
    recordRows: (rows) => log.recordRows(rows),
    handle: (request) => log.handle(JSON.parse(request) as Request),
  };
  const waiting: Order[] = [];
  let answers: Answer[] = [];
  let recorded: WrittenRow[] = [];
  let underWay = 0;
  let isEnding = false;

  function goOn(): void {
    while (underWay < MOST && waiting.length > 0) void carryOut(waiting.shift() as Order);
    if (isEnding && underWay === 0) setImmediate(() => void end()); // once all is told
  }

  async function carryOut([number, does, given]: Order): Promise<void> {
    underWay++;
    try {
      answer([number, { result: await (writing[does] as (...given: readonly unknown[]) => Promise<unknown>)(...given) }]);
    } catch (error) {
      answer([number, { error: sent(error) }]);
    }
    underWay--;
    goOn();
  }

  /** What is answered in one turn is told at once. */
  function answer(given: Answer): void {
    if (answers.push(given) === 1) setImmediate(tell);
  }

  function tell(): void {
    const news: News = { answers, recorded: recorded.length > pageSize ? 'see the file' : recorded };
    [answers, recorded] = [[], []];
    port.postMessage(news);
  }

  async function end(): Promise<void> {
    await log.close();
    port.close();
  }

  log.hear((rows) => (recorded = recorded.concat(rows)));
  port.on('message', (message: Told) => {
    if (message === 'end') isEnding = true;
    else waiting.push(message);
    goOn();
  });
}
