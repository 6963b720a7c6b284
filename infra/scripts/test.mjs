/** `npm test`: every check that needs no server, what was left out, and how it ended, counted. */
import { rmSync } from 'node:fs';
import { nx, tool } from './nx.mjs';
import { conclude, count, projects, resultFile, resultsOf, tellSkipped } from './results.mjs';

/** Commands that hold what `npm test` leaves out. */
const byCommand = {
  'npm run test:stores': 'the graph in a real Neo4j (needs Java 17 and Maven), the log in a real EventStoreDB (EVENTSTORE_URL)',
  'npm run fuzz': 'the api asked by Schemathesis, which knows nothing but its OpenAPI document (needs Python)',
  'npm run crash': 'the crash test of the log with 1,000 kills instead of 100',
  'npm run mutate -- touchpoints': 'mutation tests (also: metrics)',
  'npm run bench': 'the benchmark',
};

function tellWhatWasLeftOut() {
  console.log('\nNot part of this run:');
  for (const [command, what] of Object.entries(byCommand)) console.log(`  ${command.padEnd(30)} ${what}`);
}

/** Runs all of it and ends with the line `N passed, N failed, N skipped`; the exit status. @param {string[]} args for Nx */
export function test(args) {
  for (const project of projects()) rmSync(resultFile(project), { force: true });
  console.log('Type check, lint, build and tests, a few minutes the first time…');
  const checks = nx(['run-many', '-t', 'typecheck', 'lint', 'build', 'test', ...args]);
  console.log('Format check…');
  const format = tool('prettier', ['--check', '--log-level=warn', '.']);
  const all = resultsOf(projects());
  tellSkipped(all);
  tellWhatWasLeftOut();
  return conclude(all, [format === 0, checks === 0 || count(all).failed > 0]);
}
