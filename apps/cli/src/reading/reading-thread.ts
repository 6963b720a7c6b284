import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { BadMapping } from '../mapping/mapping-issues.ts';
import type { Batch } from '@kithline/network/reading';
import { readFile, type HowToRead } from './how-to-read.ts';

/** What the thread is told: the file, or else what is piped to it, and how to read it. */
export type Task = Readonly<{ path: string | undefined; how: HowToRead }>;

/** What the thread says: a batch, the end, or why it cannot go on. */
export type Said =
  Readonly<{ batch: Batch }> | Readonly<{ end: true }> | Readonly<{ issues: BadMapping['issues'] }> | Readonly<{ failure: unknown }>;

const CHUNK = 1_048_576;
/** Batches under way to the writer at most: enough that it never waits, few enough that memory does not grow. */
const AHEAD = 4;

/** Reads, checks and encodes beside the thread that writes, which answers every batch when it has written it. */
async function serve({ path, how }: Task): Promise<void> {
  const input = path === undefined ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  let unanswered = 0;
  let answered: () => void = () => undefined;
  parentPort?.on('message', () => {
    unanswered--;
    answered();
  });
  for await (const batch of readFile(input as AsyncIterable<Buffer>, how)) {
    say({ batch });
    unanswered++;
    while (unanswered >= AHEAD) await new Promise<void>((resolve) => (answered = resolve));
  }
  say({ end: true });
}

const say = (said: Said): void => parentPort?.postMessage(said);

try {
  await serve(workerData as Task);
} catch (error) {
  say(error instanceof BadMapping ? { issues: error.issues } : { failure: error });
}
parentPort?.close();
