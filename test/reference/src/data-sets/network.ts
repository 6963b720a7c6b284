import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from './reference-data.ts';

/** What stands in a row, a group, a comparison, or at the top of an answer. */
export type Figures = Readonly<Record<string, unknown>>;
export type Answer = Figures & Readonly<{ rows: readonly Figures[]; groups: readonly Figures[]; comparison: Figures; notes: string[] }>;
export type Imported = Readonly<{ written: number; known: number; rejected: number; declared: number }>;
export type Refusal = Readonly<{ exit: number; code: string; detail: string }>;

type Ended = Readonly<{ exit: number; out: string; err: string }>;

const kithline = join(workspaceRoot, 'apps', 'cli', 'bin', 'kithline.mjs');

function run(argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [kithline, ...argv], { maxBuffer: 1e9 }, (_, out, err) =>
      resolve({ exit: child.exitCode ?? -1, out, err }),
    );
  });
}

/** A log in a folder of its own, filled and asked through the command line, as anybody would. */
export class Network {
  private readonly folder = mkdtempSync(join(tmpdir(), 'kithline-reference-'));

  /** Imports a table as the mapping (`mappings/NAME.json`) reads it. @throws when any line of it is rejected */
  import(file: string, mapping: string): Promise<Imported> {
    return this.imported(file, '--mapping', join(workspaceRoot, 'test', 'reference', 'mappings', `${mapping}.json`));
  }

  /** Imports CloudEvents. @throws when any of them is rejected */
  importEvents(events: readonly object[]): Promise<Imported> {
    const file = join(this.folder, 'events.ndjson');
    writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    return this.imported(file);
  }

  private async imported(file: string, ...options: readonly string[]): Promise<Imported> {
    const rejects = join(this.folder, 'rejects.ndjson');
    return this.told('import', file, ...options, '--rejects', rejects, '--consent-basis', 'Published data about nobody who is named');
  }

  /** Asks a question as it is typed, of which nothing is hidden; `names` are persons. @throws when it is refused */
  ask(typed: string, ...names: readonly string[]): Promise<Answer> {
    return this.told(...typed.split(' '), '--disclosure', 'none', ...names);
  }

  /** Asks a question that is refused. @throws when it is answered */
  async refusal(typed: string, ...names: readonly string[]): Promise<Refusal> {
    const { exit, out, err } = await run([...typed.split(' '), '--data', this.folder, '--json', ...names]);
    if (exit === 0) throw new Error(`${typed} ${names.join(' ')} was answered: ${out}`);
    return { exit, ...(JSON.parse(err) as Omit<Refusal, 'exit'>) };
  }

  private async told<T>(...argv: readonly string[]): Promise<T> {
    const { exit, out, err } = await run([...argv, '--data', this.folder, '--json']);
    if (exit !== 0) throw new Error(`${argv.join(' ')} ended with ${exit}: ${err || out}`);
    return JSON.parse(out) as T;
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
