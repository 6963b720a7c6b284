import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { BadMapping } from '../mapping/mapping-issues.ts';
import type { Batch } from './batches.ts';
import type { Said, Task } from './reading-thread.ts';

/**
 * Reads a file of events in a thread of its own, so that reading and writing each have a processor.
 * @throws BadMapping when the mapping cannot be used for this table; what the file system throws when the file cannot be read
 */
export async function* readInThread(task: Task): AsyncGenerator<Batch> {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: task, stdin: false });
  const said: Said[] = [];
  let heard: () => void = () => undefined;
  thread.on('message', (message: Said) => {
    said.push(message);
    heard();
  });
  const failed = once(thread, 'error').then(([error]) => {
    said.push({ failure: error });
    heard();
  });
  failed.catch(() => undefined);
  try {
    for (;;) {
      const next = said.shift();
      if (!next) await new Promise<void>((resolve) => (heard = resolve));
      else if ('end' in next) return;
      else if (!('batch' in next)) throw 'issues' in next ? new BadMapping(next.issues) : next.failure;
      else {
        await nextTurn(); // messages alone never let the event loop go round, and Ctrl-C would not be heard
        yield next.batch;
        thread.postMessage('written');
      }
    }
  } finally {
    await thread.terminate();
  }
}
