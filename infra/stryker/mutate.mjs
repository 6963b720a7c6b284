/**
 * Mutation tests of one library: `npm run mutate -- touchpoints`, or only some of its files: `npm run mutate -- metrics src/disclosure/*.ts`.
 * Stryker works on a copy, in a workspace-wide sandbox, since the Jest configuration of a library reaches into infra/jest.
 */
import { Stryker } from '@stryker-mutator/core';

const [library, ...chosen] = process.argv.slice(2);
if (library !== 'touchpoints' && library !== 'metrics') {
  console.error('Mutation tests are for the decisions and the figures: npm run mutate -- touchpoints (or metrics)');
  process.exit(1);
}
const files = chosen.length > 0 ? chosen : ['src/**/*.ts', '!src/**/*.{spec,contract}.ts', '!src/**/testing/**', '!src/**/generated/**'];
const inLibrary = (/** @type {string} */ file) => (file.startsWith('!') ? `!libs/${library}/${file.slice(1)}` : `libs/${library}/${file}`);

const results = await new Stryker({
  mutate: files.map(inLibrary),
  ignorePatterns: ['**', '!libs/**', '!infra/jest/**', '!package.json', '!tsconfig.base.json', 'node_modules', 'dist'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { projectType: 'custom', configFile: `libs/${library}/jest.config.cjs`, enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 3,
  cleanTempDir: 'always',
  reporters: ['progress', 'clear-text', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: process.stdout.isTTY },
  htmlReporter: { fileName: `test-results/mutation/${library}.html` },
  // Below this a change in the rules or the figures could pass unseen.
  thresholds: { high: 90, low: 80, break: 70 },
}).runMutationTest();

const tally = (/** @type {string} */ status) => results.filter((each) => each.status === status).length;
const survived = tally('Survived') + tally('NoCoverage');
console.log(`${tally('Killed') + tally('Timeout')} mutants killed, ${survived} survived: test-results/mutation/${library}.html`);
