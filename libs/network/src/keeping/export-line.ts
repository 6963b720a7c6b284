import type { StoredLine } from '@kithline/log';

/** The stored line with when it was recorded, to the millisecond, and its hash: a line of an export. */
export function exportLine({ line, recordedAt, hash }: StoredLine): string {
  const beside = `"recordedat":"${new Date(recordedAt).toISOString()}","hash":${JSON.stringify(hash)}`;
  return `${line.slice(0, -1)},${beside}}\n`;
}
