import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../../../shared/data/', import.meta.url);

/** The reference data stands beside a checkout, not in it: its licences differ. */
export const hasReferenceData = existsSync(folder);

export const reference = <Expected>(path: string): Expected => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Expected;

/** The rows of a CSV without quoted fields, by the names in its first line. */
export function referenceRows(path: string): Readonly<Record<string, string>>[] {
  const [head, ...lines] = readFileSync(new URL(path, folder), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, column) => [names[column]!, field])));
}
