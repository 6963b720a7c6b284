import { type Verified, verifyLog } from '@kithline/network';
import type { Call, Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { writeJson, write } from '../door/write.ts';
import { openToRead } from '../stores/data-folder.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline verify`: whether every event fits its hash and everything before it. */
export const run: Run = async (call) => {
  const found = await verified(call);
  if (call.json) await writeJson(call.door.out, found);
  else await write(call.door.out, inWords(call, found));
  return exitCodes.ok;
};

async function verified(call: Call): Promise<Verified> {
  const progress = progressOf(call.door, 'verifying', call.json);
  const show = (position: number, end: number): void => progress.show(position, end);
  if (call.stores.mode === 'served') {
    const network = (await import('../stores/on-servers.ts')).networkOnServers(call, call.stores);
    return network.verify(show).finally(() => (progress.clear(), network.close()));
  }
  const log = await openToRead(call);
  return verifyLog(log, show).finally(() => (progress.clear(), log.close()));
}

/** A log on a server keeps no hashes, so there is none that an event could fail to fit. */
const inWords = ({ stores }: Call, { position, hash }: Verified): string =>
  stores.mode === 'embedded'
    ? `All ${position} events fit their hashes; ${String(hash)} names the log.\n`
    : `The log on EventStoreDB keeps no hashes; ${String(hash)}, computed up to position ${position}, names it.\n`;
