import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog, Link } from '@kithline/log';
import { lineHash } from './own-folder.ts';

type Kept = Link & Readonly<{ line: string | null }>;

const pathIn = (folder: string): string => join(folder, 'verified.json');

/** How far the hashes of a log on a server were computed last; undefined when they were not, or it is not that log any more. */
export async function keptLink(log: EventLog, folder: string): Promise<Link | undefined> {
  const kept = read(folder);
  if (!kept || kept.line === null || (await lineHash(log, kept.position)) !== kept.line) return undefined;
  return { position: kept.position, hash: kept.hash };
}

export async function keepLink(log: EventLog, folder: string, { position, hash }: Link): Promise<void> {
  const kept: Kept = { position, hash, line: await lineHash(log, position) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${pathIn(folder)}.unfinished`, `${JSON.stringify(kept)}\n`);
  renameSync(`${pathIn(folder)}.unfinished`, pathIn(folder));
}

function read(folder: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(pathIn(folder), 'utf8')) as Kept;
  } catch {
    return undefined; // never written, or not by us: it is computed anew
  }
}
