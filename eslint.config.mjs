import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { homes, libraries, testPackages } from './infra/boundaries.mjs';
import kithline from './infra/eslint/plugin.mjs';
import * as house from './infra/house-rules.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = ['**/*.{spec,contract}.{ts,tsx}', '**/testing/**/*.{ts,tsx}'];
const generated = '**/generated/**';

/** The packages at home in a library, and what is deeper in them. */
const packagesOf = (library) =>
  Object.keys(homes)
    .filter((name) => homes[name].startsWith(`libs/${library}/`))
    .flatMap((name) => [name, `${name}/**`]);
const storeClients = Object.keys(homes).filter((name) => /^libs\/(log|graph)\//.test(homes[name]));

/** The table of infra/boundaries.mjs, project by project. Needs the cached project graph, so run it through Nx: without, it is skipped. */
const moduleBoundaries = (examples, packages) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    checkDynamicDependenciesExceptions: ['@kithline/**'], // a library is loaded at the start, a part of it when it is needed
    depConstraints: [
      ...Object.entries(libraries).map(([library, may]) => ({
        sourceTag: `lib:${library}`,
        onlyDependOnLibsWithTags: [library, ...Object.keys(may), ...examples].map((name) => `lib:${name}`),
        allowedExternalImports: [...packagesOf(library), ...packages],
      })),
      { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'], bannedExternalImports: storeClients },
      { sourceTag: 'type:infra', onlyDependOnLibsWithTags: [] },
      { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['*'] },
    ],
  },
];

export default defineConfig(
  globalIgnores(['**/dist/', 'apps/web/src/asking/generated/', '**/coverage/', '**/test-results/', '.nx/', '**/.stryker-tmp/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...typescript, '**/*.mjs', '**/*.cjs'],
    extends: [js.configs.recommended],
    plugins: { kithline },
    rules: {
      'max-lines': ['error', 200],
      complexity: ['error', 8],
      'max-params': ['error', 4],
      eqeqeq: ['error', 'always', { null: 'ignore' }], // `== null` says: neither null nor undefined
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'kithline/reason-to-disable': 'error',
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'module',
          'require',
          'process',
          'console',
          '__dirname',
          'URL',
          'fetch',
          'setTimeout',
          'performance',
          'Buffer',
          'AbortController',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/require-await': 'off', // an adapter may have nothing to wait for where the port says it may
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@nx/enforce-module-boundaries': moduleBoundaries([], []),
      'kithline/who-may-import-whom': 'error',
      'no-restricted-syntax': ['error', ...house.everywhere],
    },
  },
  {
    files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'no-restricted-globals': ['error', ...house.jestGlobals] },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: [...tests, '**/in-memory/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...house.everywhere, ...house.handedIn],
      'no-restricted-properties': ['error', ...house.handedInProperties],
    },
  },
  {
    files: ['libs/touchpoints/src/event-types.ts'],
    rules: { 'no-restricted-syntax': ['error', ...house.everywhere, ...house.handedIn, ...house.pastTense] },
  },
  {
    files: ['**/commands.ts'],
    rules: { 'no-restricted-syntax': ['error', ...house.everywhere, ...house.handedIn, ...house.imperative] },
  },
  {
    files: [...tests, 'test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries(['examples'], testPackages),
      'no-restricted-syntax': ['error', ...house.everywhere, ...house.titles],
      'no-restricted-properties': ['error', ...house.onlyProperties],
      'no-restricted-globals': ['error', 'fit', 'fdescribe'],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: house.emptyNames.map((name) => `**/${name}/**`),
    rules: {
      'no-restricted-syntax': ['error', { selector: 'Program', message: 'Name the folder after what is in it, a noun of the domain.' }],
    },
  },
  { files: [generated], rules: { 'max-lines': 'off' } },
);
