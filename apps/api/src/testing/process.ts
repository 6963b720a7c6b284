import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The built api as a process of its own. */
export type Started = Readonly<{
  child: ChildProcess;
  /** What it wrote so far. */
  out: () => string;
  err: () => string;
  /** Its address, once it serves. */
  url: Promise<string>;
  /** Its exit status, or the signal that ended it. */
  ended: Promise<number | string>;
}>;

/** Starts it on a data folder, or by its settings alone. */
export function start(folder: string | undefined, env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [main, ...(folder === undefined ? [] : ['--data', folder])], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (data) => (err += String(data)));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      out += String(data);
      const [address] = /http:\S+/.exec(out) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`it ended before it served: ${err}`)));
  });
  url.catch(() => undefined);
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { child, out: () => out, err: () => err, url, ended };
}
