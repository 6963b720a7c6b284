import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const flags = ['--no-warnings', '--import', new URL('typescript.mjs', import.meta.url).href, '--conditions=@kithline/source'];

const transpiled = mkdtempSync(join(tmpdir(), 'kithline-transpiled-'));
afterAll(() => rmSync(transpiled, { recursive: true, force: true }));

/** A process that writes the log, and the lines it has said so far. */
export class WritingProcess {
  readonly said: string[] = [];
  readonly #process: ChildProcess;
  #listener = () => {};

  constructor(path: string, run: string) {
    this.#process = spawn(process.execPath, [...flags, file('writer.ts'), path, run], {
      env: { ...process.env, TRANSPILED: transpiled },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: this.#process.stdout! }).on('line', (line) => this.#hear(line));
    createInterface({ input: this.#process.stderr! }).on('line', (line) => this.#hear(`error: ${line}`));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Until it has said so many lines, or has ended. */
  async hasSaid(count: number): Promise<void> {
    while (this.said.length < count && this.#process.exitCode === null) {
      await new Promise<void>((resolve) => {
        this.#listener = resolve;
        this.#process.once('close', resolve);
      });
    }
  }

  /** SIGKILL: it can do nothing about it. */
  async kill(): Promise<void> {
    const closed = once(this.#process, 'close');
    this.#process.kill('SIGKILL');
    await closed;
  }

  #hear(line: string): void {
    this.said.push(line);
    this.#listener();
  }
}
