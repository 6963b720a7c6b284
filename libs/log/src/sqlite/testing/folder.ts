import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of its own for every test, gone afterwards. `barred(name)`: a path at which this user can make nothing; the superuser may
 * write wherever there is a disk, so for them it is where there is none.
 */
export function inFolder(): { file: (name: string) => string; barred: (name: string) => string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kithline-log-'));
  });
  afterEach(() => {
    if (existsSync(folder)) chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    file: (name) => join(folder, name),
    barred: (name) => {
      if (process.getuid?.() === 0) return join('/proc', name);
      chmodSync(folder, 0o555);
      return join(folder, name);
    },
  };
}
