import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Statements stand in files of their own, beside this one, one a file. They are read where the package is, from its sources: the same file
 * whether this runs from sources, from `dist` or from a bundle, so no build has to copy anything.
 */
const folder = join(dirname(createRequire(import.meta.url).resolve('@kithline/graph/package.json')), 'src', 'neo4j', 'statements');

const read = new Map<string, string>();

/** The statement of this name, `record/joined` for `statements/record/joined.cypher`; read once. */
export function cypher(name: string): string {
  const known = read.get(name) ?? sent(readFileSync(join(folder, `${name}.cypher`), 'utf8'));
  read.set(name, known);
  return known;
}

/** Without what only readers need: the driver sends 1400 bytes at a time, and every time takes its time. */
const sent = (text: string): string =>
  text
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
