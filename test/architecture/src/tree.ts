import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

const skipped = new Set(['node_modules', 'dist', 'coverage', 'test-results', '.nx', '.git', '.stryker-tmp']);

/** The files of the repository below a folder, as paths from the root with `/`; what is installed or built is none of them. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [relative('.', path).split(sep).join('/')];
  });
}

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

export const jsonOf = <Shape>(file: string): Shape => JSON.parse(textOf(file)) as Shape;

/** The folders of one group: `projectsIn('libs')` → `libs/examples`, `libs/graph` … */
export const projectsIn = (group: string): string[] =>
  readdirSync(join(root, group), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !skipped.has(entry.name))
    .map((entry) => `${group}/${entry.name}`);
