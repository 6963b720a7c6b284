import { nothingYet } from '@kithline/log';
import { exportPages } from '@kithline/network';
import type { Call, Run } from '../door/door.ts';
import { toOutput, type Output } from '../door/output.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { type Opened, openStores } from '../stores/opened.ts';
import { progressOf } from '../terminal/progress.ts';

/** What was written: how many events, and position and hash of the last. */
type Written = { events: number; position: number; hash: string | null };

/** `kithline export [file]`: the whole log as CloudEvents NDJSON, on standard output where no file is named. */
export const run: Run = async (call) => {
  const { log, close } = await openStores(call);
  try {
    const written: Written = { events: 0, position: 0, hash: nothingYet };
    const whole = await toOutput(call, (output) => writeLines(call, { log, output, written }));
    if (!whole) return exitCodes.interrupted;
    const [path = '-'] = call.args;
    if (path !== '-') await tell(call, path, written);
    return exitCodes.ok;
  } finally {
    await close();
  }
};

/** Whether it came to the end. */
async function writeLines(
  { door, json }: Call,
  { log, output, written }: Pick<Opened, 'log'> & Readonly<{ output: Output; written: Written }>,
): Promise<boolean> {
  const progress = progressOf(door, 'exporting', json || output.path === undefined);
  const { position: end } = await log.head();
  for await (const { text, events, position, hash } of exportPages(log, { after: 0, upTo: end })) {
    if (door.signal.aborted) break;
    await output.write(text);
    Object.assign(written, { events: written.events + events, position, hash });
    progress.show(position, end);
  }
  progress.clear();
  return !door.signal.aborted;
}

async function tell({ json, door }: Call, path: string, { events, position, hash }: Written): Promise<void> {
  if (json) return writeJson(door.out, { file: path, events, head: { position, hash } });
  await write(door.out, `${events} events are in ${path}; the hash of the last, ${String(hash)}, names them all.\n`);
}
