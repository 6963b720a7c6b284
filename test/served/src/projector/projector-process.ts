import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../../apps/projector/dist/main.js', import.meta.url));

type Env = Readonly<Record<string, string>>;
type Health = Readonly<{
  phase: string;
  projected: number;
  generation: number | null;
  problems: readonly string[];
  rebuild: Readonly<{ position: number }> | null;
}>;

/** The built projector as a process that can be killed at any moment and started again. */
export class ProjectorProcess {
  readonly #env: Env;
  #child: ChildProcess | undefined;
  #ended: Promise<number | string> = Promise.resolve(0);
  #url = '';
  /** What it wrote to stderr, all starts together. */
  said = '';

  constructor(env: Env) {
    this.#env = { PORT: '0', ...env };
  }

  /** Until it tells where it can be asked how it is. @throws Error when it ends instead */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...this.#env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
    child.stderr.on('data', (data) => (this.said += String(data)));
    const told = new Promise<string>((resolve) => child.stdout.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0] ?? '')));
    this.#url = await Promise.race([told, this.#ended.then(() => '')]);
  }

  /** How it says it is; undefined while it says nothing. @throws Error when it has ended of its own accord, and will say nothing any more */
  async health(): Promise<Health | undefined> {
    const code = this.#child?.exitCode ?? null;
    if (code !== null) throw new Error(`the projector ended with ${code}: ${this.said.slice(-1_000)}`);
    try {
      return (await (await fetch(`${this.#url}/health`)).json()) as Health;
    } catch {
      return undefined;
    }
  }

  async fetch(path: string): Promise<Response> {
    return fetch(`${this.#url}${path}`);
  }

  /** Its exit status, or the signal that ended it. */
  get ended(): Promise<number | string> {
    return this.#ended;
  }

  async end(signal: NodeJS.Signals): Promise<number | string> {
    this.#child?.kill(signal);
    return this.#ended;
  }
}
