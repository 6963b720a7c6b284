import { verifyLog } from '@kithline/network';
import { openToRead } from '../data-folder.ts';
import type { Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { writeJson, write } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline verify`: whether every event fits its hash and everything before it. */
export const run: Run = async (call) => {
  const log = await openToRead(call);
  try {
    const progress = progressOf(call.door, 'verifying', call.json);
    const found = await verifyLog(log, (position, end) => progress.show(position, end)).finally(() => progress.clear());
    if (call.json) await writeJson(call.door.out, found);
    else await write(call.door.out, `All ${found.position} events fit their hashes; ${found.hash} names the log.\n`);
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};
