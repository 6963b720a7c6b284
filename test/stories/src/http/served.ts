import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '@kithline/metrics';

const main = join(import.meta.dirname, '../../../../apps/api/dist/main.js');

/** What a command did. */
export type Done = Readonly<{ position: number; revision: number; events: readonly Readonly<{ id: string; type: string }>[] }>;

/** The built api as a process of its own. */
export class Served {
  readonly address: string;
  readonly #process: ChildProcess;
  readonly #said: () => string;
  /** Where the last command was recorded. */
  #last = 0;

  private constructor(process: ChildProcess, address: string, said: () => string) {
    this.#process = process;
    this.address = address;
    this.#said = said;
  }

  /** What it has written so far. */
  get said(): string {
    return this.#said();
  }

  /** Starts it on a data folder, or with one beside the servers that the settings name, at a free port, and waits until it has said where it is. */
  static async on(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Served> {
    const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', NODE_OPTIONS: '', KITHLINE_DATA: folder, ...settings };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
    for (;;) {
      const [address] = /http:\/\/[\d.:]+/.exec(said) ?? [];
      if (address) return new Served(child, address, () => said);
      if (child.exitCode !== null) throw new Error(`the api ended with ${child.exitCode}: ${said}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.address + path, init);
  }

  /** Gives a command; its position is the K from which on it holds. */
  async tell(command: string, body: object = {}): Promise<Done> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await this.fetch(`/v1/${command}`, init);
    if (!answer.ok) throw new Error(`${command}: ${answer.status} ${await answer.text()}`);
    const done = (await answer.json()) as Done;
    this.#last = done.position;
    return done;
  }

  /** Asks a question as known at K, or else as known now, when the graph has come that far. */
  async ask(question: string, known?: Done): Promise<Answer> {
    const [path, query = ''] = question.split('?');
    const parameters = new URLSearchParams(query);
    parameters.set('disclosure', 'none');
    if (known) parameters.set('known-at', String(known.position));
    parameters.set('wait-for', String(known?.position ?? this.#last));
    for (;;) {
      const answer = await this.fetch(`/v1/${path}?${parameters.toString()}`);
      const said = await answer.text();
      if (answer.ok) return JSON.parse(said) as Answer;
      // A busy machine projects later than a server waits: it says to ask again, and when.
      if (!said.includes('"position_not_reached"')) throw new Error(`${question}: ${answer.status} ${said}`);
      await wait(Number(answer.headers.get('retry-after')) * 1_000);
    }
  }

  /** Asks it to end, and waits until it has. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill(signal);
      await once(this.#process, 'exit');
    }
    return this.#process.exitCode;
  }
}
