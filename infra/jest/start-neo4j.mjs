/** Starts a Neo4j before the specs, and tells them where it is; or why there is none. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whatIsMissing } from '../neo4j/installation.mjs';
import { startNeo4j } from '../neo4j/server.mjs';

/** What `end-neo4j.mjs` ends. @type {{ neo4j?: import('../neo4j/server.mjs').Neo4j, folder?: string }} */
export const started = {};

export default async function start() {
  const missing = whatIsMissing();
  if (missing) {
    process.env['KITHLINE_NO_NEO4J'] = missing;
    return;
  }
  started.folder = mkdtempSync(join(tmpdir(), 'kithline-neo4j-'));
  started.neo4j = await startNeo4j({ folder: started.folder, brief: true });
  const { url, username, password } = started.neo4j;
  process.env['KITHLINE_TEST_NEO4J'] = JSON.stringify({ url, username, password });
}
