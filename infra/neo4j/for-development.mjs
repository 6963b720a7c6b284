/** `npm run neo4j`: a Neo4j to work against, until Ctrl-C. What is in it stays. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root, say, stop } from '../scripts/environment.mjs';
import { version } from './installation.mjs';
import { startNeo4j } from './server.mjs';

const options = /** @type {const} */ ({
  data: { type: 'string', default: 'kithline-data/neo4j' },
  port: { type: 'string', default: '7687' },
  heap: { type: 'string', default: '1024' },
  'page-cache': { type: 'string', default: '512' },
});

/** @param {string} name @param {string} text */
const wholeNumber = (name, text) => (/^\d+$/.test(text) ? Number(text) : stop(`--${name} wants a whole number, not ${text}`));

try {
  const { data, port, heap, 'page-cache': pageCache } = parseArgs({ options }).values;
  const neo4j = await startNeo4j({
    folder: resolve(root, data),
    port: wholeNumber('port', port),
    heap: wholeNumber('heap', heap),
    pageCache: wholeNumber('page-cache', pageCache),
  });
  console.log(`Neo4j ${version} answers at ${neo4j.url}, user ${neo4j.username}, password in ${neo4j.passwordFile}. Ctrl-C stops it.`);
  // A terminal sends Ctrl-C to the whole group: Neo4j has it already. It writes a checkpoint before it goes.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void neo4j.stop());
  await neo4j.ended;
} catch (error) {
  say(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
