import type { Call } from '../door/door.ts';
import { write, writeJson } from '../door/write.ts';
import type { Tally } from './import-file.ts';

/** What came of one file. */
export type Imported = Readonly<{ file: string; tally: Tally; rejects: string }>;

const events = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'event' : 'events'}`;

/** Tells what an import did: one object, or a line or two a file. */
export async function tellImported({ json, door }: Call, imported: readonly Imported[]): Promise<void> {
  if (json) await writeJson(door.out, asJson(imported));
  else for (const file of imported) await write(door.out, inWords(file));
}

function asJson(imported: readonly Imported[]): object {
  const files = imported.map(({ file, tally, rejects }) => ({ file, ...tally, rejects: tally.rejected > 0 ? rejects : null }));
  const sum = (count: 'written' | 'known' | 'rejected' | 'declared'): number => files.reduce((total, file) => total + file[count], 0);
  return {
    began: files[0]?.began ?? 0,
    ended: files.at(-1)?.ended ?? 0,
    written: sum('written'),
    known: sum('known'),
    rejected: sum('rejected'),
    declared: sum('declared'),
    rejects: files.find(({ rejects }) => rejects !== null)?.rejects ?? null,
    interrupted: files.some(({ interrupted }) => interrupted),
    files,
  };
}

function inWords({ file, tally, rejects }: Imported): string {
  const { began, ended, written, known, rejected, declared, interrupted } = tally;
  const lines = [
    `${file}: ${events(written)} recorded, ${known.toLocaleString('en-US')} known before; the log went from position ${began} to ${ended}.`,
  ];
  if (declared > 0) lines.push(`A consent basis was declared for ${declared === 1 ? 'its source' : `its ${declared} sources`}.`);
  if (rejected > 0)
    lines.push(
      `${rejected.toLocaleString('en-US')} ${rejected === 1 ? 'line was' : 'lines were'} rejected: ${rejects} says which and why.`,
    );
  if (interrupted) lines.push('Interrupted between two batches: the same command goes on from there.');
  return `${lines.join('\n')}\n`;
}
