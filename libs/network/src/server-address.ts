import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the server listens that writes the log of a data folder: `http://127.0.0.1:3210`. */
export type ServerAddress = Readonly<{ url: string; pid: number }>;

const pathIn = (folder: string): string => join(folder, 'server.json');

/** Leaves word beside the log, for a command line that finds the log in use. */
export function leaveAddress(folder: string, address: ServerAddress): void {
  const unfinished = `${pathIn(folder)}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify(address)}\n`, { mode: 0o600 });
  renameSync(unfinished, pathIn(folder));
}

/** Takes it away again: nobody listens any more. */
export const takeAddressAway = (folder: string): void => rmSync(pathIn(folder), { force: true });

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The address that was left, undefined where there is none. It may be out of date: a server that was killed takes nothing away. One that
 * is not on loopback is none of ours.
 */
export function addressIn(folder: string): URL | undefined {
  try {
    const { url } = JSON.parse(readFileSync(pathIn(folder), 'utf8')) as ServerAddress;
    const address = new URL(url);
    return loopback.includes(address.hostname) ? address : undefined;
  } catch {
    return undefined; // not there, or not written by a server
  }
}
