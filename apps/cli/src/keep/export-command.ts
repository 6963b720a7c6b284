import type { Head, SqliteLog } from '@kithline/log';
import { exportLine } from '@kithline/network';
import { openToRead } from '../data-folder.ts';
import type { Call, Run } from '../door/door.ts';
import { toOutput, type Output } from '../door/output.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline export [file]`: the whole log as CloudEvents NDJSON, on standard output where no file is named. */
export const run: Run = async (call) => {
  const log = await openToRead(call);
  try {
    const head = await log.head();
    const whole = await toOutput(call, (output) => writeLines(call, { log, output, head }));
    if (!whole) return exitCodes.interrupted;
    const [path = '-'] = call.args;
    if (path !== '-') await tell(call, path, head);
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};

/** Whether it came to the end. */
async function writeLines(call: Call, { log, output, head }: { log: SqliteLog; output: Output; head: Head }): Promise<boolean> {
  const progress = progressOf(call.door, 'exporting', call.json || output.path === undefined);
  for await (const page of log.readLines(0, head.position)) {
    if (call.door.signal.aborted) break;
    await output.write(page.map(exportLine).join(''));
    progress.show(page.at(-1)?.position ?? 0, head.position);
  }
  progress.clear();
  return !call.door.signal.aborted;
}

async function tell({ json, door }: Call, path: string, { position, hash }: Head): Promise<void> {
  if (json) return writeJson(door.out, { file: path, events: position, head: { position, hash } });
  await write(door.out, `${position} events are in ${path}; the hash of the last, ${String(hash)}, names them all.\n`);
}
