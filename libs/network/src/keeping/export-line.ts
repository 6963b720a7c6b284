import { type EventLog, HashChain, type StoredLine } from '@kithline/log';

/** Some lines of an export: how many, and the position and the hash of the last. */
export type ExportedPage = Readonly<{ text: string; events: number; position: number; hash: string | null }>;

/**
 * The lines of an export, after a position and up to another. Where the log keeps no hashes they are computed, if it is read from its start;
 * otherwise they are null.
 */
export async function* exportPages(
  log: Pick<EventLog, 'readLines'>,
  { after, upTo }: Readonly<{ after: number; upTo: number }>,
): AsyncGenerator<ExportedPage> {
  const chain = after === 0 ? new HashChain() : undefined;
  for await (const page of log.readLines(after, upTo)) {
    const lines = page.map((stored) => ({ ...stored, hash: stored.hash ?? chain?.add(stored.line) ?? null }));
    const { position = after, hash = null } = lines.at(-1) ?? {};
    yield { text: lines.map(exportLine).join(''), events: lines.length, position, hash };
  }
}

/** The stored line with when it was recorded, to the millisecond, and its hash: a line of an export. */
function exportLine({ line, recordedAt, hash }: StoredLine): string {
  const beside = `"recordedat":"${new Date(recordedAt).toISOString()}","hash":${JSON.stringify(hash)}`;
  return `${line.slice(0, -1)},${beside}}\n`;
}
