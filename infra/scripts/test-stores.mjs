/** `npm run test:stores`: what needs a real Neo4j, which is fetched and started here, and a real EventStoreDB, where there is one. */
import { rmSync } from 'node:fs';
import { install, whatIsMissing } from '../neo4j/installation.mjs';
import { build } from './build.mjs';
import { say } from './environment.mjs';
import { nx } from './nx.mjs';
import { conclude, count, resultFile, resultsOf, tellSkipped } from './results.mjs';

/** Projects with a target `stores`; the last only where a server is named. */
const wanted = ['test/served', 'test/stores', 'test/agreement', ...(process.env['EVENTSTORE_URL'] ? ['test/event-store'] : [])];

/** Without Java or Maven everything is skipped, and says so. */
function prepare() {
  const missing = whatIsMissing();
  if (missing) say(`No Neo4j can be started here: ${missing}. Its tests are skipped.`);
  else install();
  // Commands that specs run as a person would must find nothing to build: others run the same files meanwhile.
  build('cli');
  build('projector');
  build('cli', 'api', 'web');
}

/** Runs all of it and ends with the line `N passed, N failed, N skipped`; the exit status. @param {string[]} args for Nx */
export function testStores(args) {
  prepare();
  for (const project of wanted) rmSync(resultFile(project), { force: true });
  const names = wanted.map((project) => `@kithline/${project.replace('/', '-')}`).join(',');
  const status = nx(['run-many', '-t', 'stores', '-p', names, '--parallel=3', ...args]);
  const all = resultsOf(wanted);
  tellSkipped(all);
  return conclude(all, [status === 0 || count(all).failed > 0]);
}
