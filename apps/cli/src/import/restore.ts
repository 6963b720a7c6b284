import { createReadStream, mkdirSync } from 'node:fs';
import { restoreSqliteLog, type RestoredRow } from '@kithline/log';
import { encodeLine, parseInstant, storedId } from '@kithline/touchpoints';
import type { Call } from '../door/door.ts';
import { requireFolder } from '../stores/data-folder.ts';
import { logPath, Problem } from '@kithline/network';
import { decode, parseLine, readLines, UnreadableLine } from '@kithline/network/reading';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';

/** Fills an empty log with an export: the same events at the same positions, recorded when they were. All of it or nothing. */
export async function restoreExport(call: Call): Promise<number> {
  const [file = ''] = call.args;
  requireFolder(call, 'an export is restored into a data folder, named with --data; import it without --restore to record its events anew');
  mkdirSync(call.folder, { recursive: true });
  const input = file === '-' ? call.door.input : createReadStream(file, { highWaterMark: 1_048_576 });
  const head = await restoreSqliteLog(logPath(call.folder), rowsOf(input as AsyncIterable<Buffer>, call.door.signal));
  if (call.json) await writeJson(call.door.out, { began: 0, ended: head.position, written: head.position, hash: head.hash });
  else
    await write(
      call.door.out,
      `${file}: ${head.position} events restored; the hash of the last, ${String(head.hash)}, is the exported one.\n`,
    );
  return exitCodes.ok;
}

async function* rowsOf(input: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<readonly RestoredRow[]> {
  for await (const { first, lines } of readLines(input)) {
    if (signal.aborted) throw new Problem('failed', 'interrupted', 'interrupted: nothing was restored');
    yield lines.flatMap((line, i) => (line instanceof UnreadableLine || line.trim() !== '' ? [rowOf(line, first + i)] : []));
  }
}

const notExported = (number: number, field: string, message: string): Problem =>
  new Problem('conflict', 'not_an_export', `line ${number}: ${field === '' ? '' : `${field} `}${message}; nothing was restored`, [
    { field, message },
  ]);

/** The row of an exported line. Whether its hash fits the lines above it the log judges. */
function rowOf(line: string | UnreadableLine, number: number): RestoredRow {
  if (line instanceof UnreadableLine) throw notExported(number, '', line.reason);
  const value = parseLine(line);
  const event = decode(value, { basisEvents: true });
  if (!('specversion' in event)) throw notExported(number, event[0]?.field ?? '', event[0]?.message ?? 'is not an event');
  const recorded = recordingOf(value as Readonly<Record<string, unknown>>, number);
  return { id: storedId(event.source, event.id), stream: event.subject, line: encodeLine(event), ...recorded };
}

function recordingOf({ recordedat, hash }: Readonly<Record<string, unknown>>, number: number): Pick<RestoredRow, 'recordedAt' | 'hash'> {
  const recordedAt = parseInstant(String(recordedat));
  if (Number.isNaN(recordedAt)) throw notExported(number, 'recordedat', 'must be an RFC 3339 instant, as export writes it');
  if (typeof hash !== 'string') throw notExported(number, 'hash', 'is missing');
  return { recordedAt, hash };
}
