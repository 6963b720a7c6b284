import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const typescript = new URL('../../../../libs/log/src/sqlite/crash/testing/typescript.mjs', import.meta.url).href;
/** What was transpiled is named by what it says, so that all may share it. */
const transpiled = fileURLToPath(new URL('../../../../node_modules/.cache/transpiled', import.meta.url));
const main = fileURLToPath(new URL('process.ts', import.meta.url));

/** A server that can be killed at any moment and started again: on the same port, with the events of its file. */
export class ServerProcess {
  readonly #file: string;
  #process: ChildProcess | undefined;
  #url = '';

  /** @param file where events are kept; its folder must exist */
  constructor(file: string) {
    this.#file = file;
  }

  /** Until it answers. @throws Error when it ends instead, as where its port is taken */
  async start(): Promise<void> {
    const flags = ['--no-warnings', '--import', typescript, '--conditions=@kithline/source'];
    const port = /:(\d+)\?/.exec(this.#url)?.[1] ?? '0';
    const child = spawn(process.execPath, [...flags, main, port, this.#file], {
      env: { ...process.env, TRANSPILED: transpiled },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process = child;
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server ended before it was ready')));
    const [url] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string];
    ended.catch(() => undefined);
    this.#url = url;
  }

  /** SIGKILL: it can do nothing about it. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** The same after every start. */
  get url(): string {
    return this.#url;
  }
}
