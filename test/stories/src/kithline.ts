import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command line as it is built. */
export const launcher = join(import.meta.dirname, '../../../apps/cli/bin/kithline.mjs');

export type Ran = Readonly<{ code: number; out: string; err: string }>;

/** Runs the built command line as a person would. */
export const kithline = (
  args: readonly string[],
  { cwd, input = '', settings }: { cwd: string; input?: string; settings?: Readonly<Record<string, string>> },
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { KITHLINE_DATA: _folder, NODE_OPTIONS: _options, ...rest } = process.env;
    const env = { ...rest, NO_COLOR: '1', ...settings };
    const child = execFile(process.execPath, [launcher, ...args], { cwd, env, maxBuffer: 1 << 28 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(new Error(`kithline did not run: ${error.message}`));
      else resolve({ code: Number(error?.code ?? 0), out, err });
    });
    child.stdin?.end(input);
  });

/** A folder for one story, and a way to be rid of it. */
export function aFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kithline-story-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
