/** `npm test`: every check that needs no server, what was left out, and how it ended, counted. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { nx, tool } from './nx.mjs';

/**
 * What Jest writes with --json, as far as it is read here.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number,
 *   testResults: { assertionResults: { status: string, fullName: string }[] }[] }} Results
 */

/** Commands that hold what `npm test` leaves out. */
const byCommand = {
  'npm run fuzz': 'the api asked by Schemathesis, which knows nothing but its OpenAPI document (needs Python)',
  'npm run crash': 'the crash test of the log with 1,000 kills instead of 100',
  'npm run mutate -- touchpoints': 'mutation tests (also: metrics)',
  'npm run bench': 'the benchmark',
};

/** The file in which each project's Jest leaves its results; an output of its target, so that Nx brings it back with a cached run. */
function resultFiles() {
  const folders = ['apps', 'libs', 'test'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));
  return folders.map((folder) => join(root, folder, 'test-results', 'jest.json'));
}

/** @param {string} file @returns {Results | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // a project without tests, or one whose Jest did not get to its end, which Nx has reported
  }
}

/** A suite that could not be loaded ran no test: it counts as one that failed. @param {Results[]} all */
export function count(all) {
  const sum = (/** @type {(results: Results) => number} */ of) => all.reduce((total, results) => total + of(results), 0);
  return {
    passed: sum((each) => each.numPassedTests),
    failed: sum((each) => each.numFailedTests + each.numRuntimeErrorTestSuites),
    skipped: sum((each) => each.numPendingTests + each.numTodoTests),
  };
}

/** The titles of what was skipped, which end in the reason. @param {Results[]} all */
export const skippedTitles = (all) =>
  all
    .flatMap(({ testResults }) => testResults.flatMap(({ assertionResults }) => assertionResults))
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);

/** @param {Results[]} all */
function tellWhatWasLeftOut(all) {
  const titles = skippedTitles(all);
  if (titles.length > 0) console.log(`\nSKIPPED, ${titles.length} tests:\n${titles.map((title) => `  ${title}\n`).join('')}`);
  console.log('\nNot part of this run:');
  for (const [command, what] of Object.entries(byCommand)) console.log(`  ${command.padEnd(30)} ${what}`);
}

/** Runs all of it and ends with the line `N passed, N failed, N skipped`; the exit status. @param {string[]} args for Nx */
export function test(args) {
  for (const file of resultFiles()) rmSync(file, { force: true });
  console.log('Type check, lint, build and tests, a few minutes the first time…');
  const checks = nx(['run-many', '-t', 'typecheck', 'lint', 'build', 'test', ...args]);
  console.log('Format check…');
  const format = tool('prettier', ['--check', '--log-level=warn', '.']);
  const all = resultFiles().flatMap((file) => read(file) ?? []);
  tellWhatWasLeftOut(all);
  const { passed, failed, skipped } = count(all);
  // A check that is no test (lint, types, build, format) and fails is one failure more.
  const others = Number(format !== 0) + Number(checks !== 0 && failed === 0);
  console.log(`\n${passed} passed, ${failed + others} failed, ${skipped} skipped`);
  return failed + others > 0 ? 1 : 0;
}
