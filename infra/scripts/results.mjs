/** What Jest left behind in each project, counted over all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';

/**
 * What Jest writes with --json, as far as it is read here.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number,
 *   testResults: { assertionResults: { status: string, fullName: string }[] }[] }} Results
 */

/** The projects of the workspace that have tests, as paths from the root. */
export const projects = () => ['apps', 'libs', 'test'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));

/** The file in which a project's Jest leaves its results; an output of its target, so that Nx brings it back with a cached run. @param {string} project */
export const resultFile = (project) => join(root, project, 'test-results', 'jest.json');

/** Those that are there: a project may have no tests, or its Jest did not get to its end, which Nx has reported. @param {string[]} of projects */
export const resultsOf = (of) =>
  of.flatMap((project) => {
    try {
      return [/** @type {Results} */ (JSON.parse(readFileSync(resultFile(project), 'utf8')))];
    } catch {
      return [];
    }
  });

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

/** Tells what was skipped. @param {Results[]} all */
export function tellSkipped(all) {
  const titles = skippedTitles(all);
  if (titles.length > 0) console.log(`\nSKIPPED, ${titles.length} tests:\n${titles.map((title) => `  ${title}\n`).join('')}`);
}

/**
 * The last line, `N passed, N failed, N skipped`; the exit status.
 * @param {Results[]} all @param {boolean[]} others checks that are no test (lint, types, build, format): each that fails is one failure more
 */
export function conclude(all, others) {
  const { passed, failed: tests, skipped } = count(all);
  const failed = tests + others.filter((passes) => !passes).length;
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
}
