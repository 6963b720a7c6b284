import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Batch } from '@kithline/network/reading';
import type { Door } from '../door/door.ts';
import { BadMapping } from '../mapping/mapping-issues.ts';
import type { Said, Task } from './reading-thread.ts';

/**
 * Reads a file of events, or `input` when the task names none, in a thread of its own, so that reading and
 * writing each have a processor. Ends early when the signal aborts.
 * @throws BadMapping when the mapping cannot be used for this table; what the file system throws when the file cannot be read
 */
export async function* readInThread(task: Task, { input, signal }: Pick<Door, 'input' | 'signal'>): AsyncGenerator<Batch> {
  const piped = task.path === undefined;
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: task, stdin: piped });
  if (thread.stdin) input.pipe(thread.stdin);
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
  signal.addEventListener('abort', () => heard(), { once: true });
  try {
    while (!signal.aborted) {
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
    input.unpipe();
    if (piped) input.destroy();
    await thread.terminate();
  }
}
