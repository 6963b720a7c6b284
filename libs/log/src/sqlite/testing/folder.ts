import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for every test, gone afterwards. */
export function inFolder(): { file: (name: string) => string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kithline-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return { file: (name) => join(folder, name) };
}
