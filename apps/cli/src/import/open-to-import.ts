import { LogUnavailable } from '@kithline/log';
import type { Bases, NetworkLog } from '@kithline/network';
import { openToRead } from '../stores/data-folder.ts';
import type { Call } from '../door/door.ts';
import { openLogToWrite } from '../stores/opened.ts';
import { recordingHere, type Recorder } from './import-file.ts';

/** Where an import goes: `record` takes its batches, `log` is open at least to read, `close` ends both. */
export type Destination = Readonly<{ log: NetworkLog; record: Recorder; close: () => Promise<void> }>;

/**
 * Opens the log to write; where a server writes it, that server records and this process reads along.
 * @throws LogUnavailable when another process writes it that is no server
 */
export async function openToImport(call: Call, bases: Bases | undefined): Promise<Destination> {
  try {
    const { log, close } = await openLogToWrite(call);
    return { log, record: recordingHere(log, bases), close };
  } catch (error) {
    if (!(error instanceof LogUnavailable && error.code === 'locked')) throw error;
    return openBesideServer(call, bases, error);
  }
}

async function openBesideServer(call: Call, bases: Bases | undefined, locked: LogUnavailable): Promise<Destination> {
  const [{ recordingThere }, { serverOf }] = await Promise.all([import('./hand-over.ts'), import('../server.ts')]);
  const server = await serverOf(call.folder);
  if (!server) throw locked;
  if (!call.json) call.door.err.write(`kithline: the log is in use by the server at ${server.origin}, which records the events\n`);
  const log = await openToRead(call);
  return { log, record: recordingThere(server, log, bases), close: () => log.close() };
}
