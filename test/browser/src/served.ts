import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** The built api over a data folder of its own, as `npm start` would have it. */
export type Served = Readonly<{
  url: string;
  /** Ends it as a crash would. */
  kill: () => Promise<void>;
  /** Starts it again at the same address. */
  again: () => Promise<void>;
  /** Ends it and leaves nothing behind. */
  close: () => Promise<void>;
}>;

/** @param fill `demo` records the demo network first; `nothing` leaves the log empty */
export async function serve(fill: 'demo' | 'nothing'): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'kithline-browser-'));
  if (fill === 'demo') recordDemo(folder);
  let [child, url] = await start(folder, '0');
  const kill = () => ended(child, 'SIGKILL');
  return {
    url,
    kill,
    again: async () => void ([child, url] = await start(folder, new URL(url).port)),
    close: async () => {
      await ended(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function recordDemo(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'apps/cli/bin/kithline.mjs'), 'demo', '--data', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the demo was not recorded: ${stderr}`);
}

/** The api on a port (0: any free one) and its address, which it prints once it listens. */
async function start(folder: string, port: string): Promise<[child: ChildProcess, url: string]> {
  const env = { ...process.env, PORT: port, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/main.js'), '--data', folder], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += String(text);
      const [found] = /http:\/\/\S+:\d+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the api ended with ${String(code)} before it listened: ${said}`)));
  });
  return [child, url];
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
