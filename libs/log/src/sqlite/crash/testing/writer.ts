/**
 * The process that is killed: `writer.ts <log> <run>` writes batches as fast as it can until it dies. It says `opening`, then `open`, then
 * after each batch, as soon as the log has acknowledged it, `<position> <hash>` of its last event.
 */
import { writeSync } from 'node:fs';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { openSqliteLog } from '../../../index.ts';
import { touch } from '../../../testing/touches.ts';

const [, , path = '', run = ''] = process.argv;
const say = (line: string) => writeSync(1, `${line}\n`);

/** Batches of 1 to 200, large and small by turns; `<run>.<batch>.<index>.<size>` is the id, so that half a batch would be seen. */
function batchOf(batch: number): TouchpointEvent[] {
  const size = 1 + ((batch * 7919) % 200);
  return Array.from({ length: size }, (_, index) =>
    touch(`${run}.${batch}.${index}.${size}`, `p-${run}-${batch}-${batch % 2 ? index % 13 : 0}`),
  );
}

say('opening');
const log = await openSqliteLog(path, { now: Date.now, mode: 'write' });
say('open');
for (let batch = 0; ; batch++) {
  const events = batchOf(batch);
  if (batch % 2) await log.record(events);
  else await log.append(events[0]!.subject, events, 'no-stream');
  const { position, hash } = await log.head();
  say(`${position} ${hash}`);
}
