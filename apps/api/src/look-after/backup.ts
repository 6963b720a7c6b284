import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Parts } from '../parts.ts';

/** A copy of the log as it is at one moment, which is gone when it was read, or nobody reads it any more. */
export async function backupOf({ network, unfinished }: Parts): Promise<Readonly<{ size: number; copy: Readable }>> {
  const path = join(unfinished, `backup-${randomUUID()}.sqlite`);
  await network.backup(path);
  const { size } = await stat(path);
  return { size, copy: createReadStream(path).once('close', () => void rm(path, { force: true })) };
}
