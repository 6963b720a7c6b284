import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { StoredLine } from '@kithline/log';
import { openToRead } from '../data-folder.ts';
import type { Call, Run } from '../door/door.ts';
import { Problem } from '../door/problem.ts';
import { writeJson } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline export [file]`: the whole log as CloudEvents NDJSON, on standard output where no file is named. */
export const run: Run = async (call) => {
  const [path = '-'] = call.args;
  const log = await openToRead(call);
  try {
    const head = await log.head();
    const out = path === '-' ? call.door.out : createWriteStream(path, { flags: 'wx' });
    if (path !== '-') await once(out, 'open').catch((error: unknown) => refuse(path, error));
    const progress = progressOf(call.door, 'exporting', call.json || path === '-');
    for await (const page of log.readLines(0, head.position)) {
      if (call.door.signal.aborted) break;
      if (!out.write(page.map(exportLine).join(''))) await once(out, 'drain');
      progress.show(page.at(-1)?.position ?? 0, head.position);
    }
    progress.clear();
    if (path === '-') return 0;
    out.end();
    await finished(out);
    await tell(call, path, head);
    return 0;
  } finally {
    await log.close();
  }
};

/** The stored line with when it was recorded, to the millisecond, and its hash. */
export function exportLine({ line, recordedAt, hash }: StoredLine): string {
  const beside = `"recordedat":"${new Date(recordedAt).toISOString()}","hash":${JSON.stringify(hash)}`;
  return `${line.slice(0, -1)},${beside}}\n`;
}

function refuse(path: string, error: unknown): never {
  const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
  if (exists) throw new Problem('conflict', 'file_exists', `${path} exists already: an export overwrites nothing`);
  throw error;
}

async function tell({ json, door }: Call, path: string, head: Readonly<{ position: number; hash: string | null }>): Promise<void> {
  if (json) return writeJson(door.out, { file: path, events: head.position, head: { position: head.position, hash: head.hash } });
  door.out.write(`${head.position} events are in ${path}; the hash of the last, ${head.hash}, names them all.\n`);
}
