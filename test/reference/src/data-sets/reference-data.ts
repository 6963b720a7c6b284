import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from '@jest/globals';

/** The root of this workspace. */
export const workspaceRoot = fileURLToPath(new URL('../../../../', import.meta.url));

/** A set of the reference data: real data that others wrote, and the answers of other tools to questions about it. */
export type ReferenceSet = Readonly<{ file: (path: string) => string; expected: unknown }>;

/**
 * Describes what is asked of one set of the reference data, which lies beside the repository and is only read there: some of it may not
 * be copied. Where it is not there everything about it is skipped, and the title says why.
 */
export function describeReference(name: string, about: (set: ReferenceSet) => void): void {
  const folder = join(workspaceRoot, '..', 'shared', 'data', name);
  const file = (path: string): string => join(folder, path);
  describe(`The reference data ${name}`, () => {
    if (existsSync(folder)) about({ file, expected: JSON.parse(readFileSync(file('expected.json'), 'utf8')) });
    else it.skip(`has the answers of other tools (skipped: there is none at ${folder})`, () => undefined);
  });
}
