import { verify, type Verification } from '@kithline/log';
import { openToRead } from '../data-folder.ts';
import type { Run } from '../door/door.ts';
import { exitCodes, Problem } from '../door/problem.ts';
import { writeJson, write } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline verify`: whether every event fits its hash and everything before it. */
export const run: Run = async (call) => {
  const log = await openToRead(call);
  try {
    const head = await log.head();
    const progress = progressOf(call.door, 'verifying', call.json);
    const found = await verify(log, { upTo: head.position, onProgress: ({ position }) => progress.show(position, head.position) });
    progress.clear();
    if (!found.whole) throw brokenAt(found);
    const { position, hash } = found;
    if (call.json) await writeJson(call.door.out, { whole: true, position, hash });
    else await write(call.door.out, `All ${position} events fit their hashes; ${hash} names the log.\n`);
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};

const brokenAt = ({ position, expected, found }: Extract<Verification, { whole: false }>): Problem =>
  new Problem(
    'failed',
    'log_changed',
    `the log was changed from outside: the event at position ${position} has hash ${found}, its line and those above it give ${expected}`,
  );
