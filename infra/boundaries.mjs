/**
 * Who may import whom (DESIGN.md): the one table, read by eslint.config.mjs and by test/architecture.
 * From top to bottom it is the order in which the story is told.
 */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What a graph or a metric may know of touchpoints: ids, times and the words for them, never the shape of an event. */
const vocabulary = ['ids', 'time', 'event-types', 'purposes'];

/**
 * The libraries, and whom each may import: all of it (`true`) or what the named modules export.
 * @type {Record<string, Record<string, true | string[]>>}
 */
export const libraries = {
  touchpoints: {},
  log: { touchpoints: true },
  graph: { touchpoints: vocabulary },
  projection: { touchpoints: true, log: true, graph: true },
  metrics: { touchpoints: vocabulary, graph: true },
  network: { touchpoints: true, log: true, graph: true, projection: true, metrics: true },
  examples: { touchpoints: true },
};

/**
 * Parts of libraries that are imported by a name of their own, so that who needs only these loads only these.
 * @type {Record<string, string>}
 */
export const parts = {
  'network/asking': 'network',
  'network/reading': 'network',
  'network/served': 'network',
  'network/settings': 'network',
  'log/eventstoredb': 'log',
  'graph/neo4j': 'graph',
};

/**
 * The only folders where a package may be imported. A library imports no package that has no home here; an app or a test
 * imports what its package.json declares, and nothing of what has its home elsewhere.
 * @type {Record<string, string>}
 */
export const homes = {
  ajv: 'libs/touchpoints/src/',
  'better-sqlite3': 'libs/log/src/sqlite/',
  '@eventstore/db-client': 'libs/log/src/eventstoredb/',
  'neo4j-driver': 'libs/graph/src/neo4j/',
  cephes: 'libs/metrics/src/', // the one statistics library
  'pure-rand': 'libs/metrics/src/',
  '@nestjs/*': 'apps/api/',
  'class-validator': 'apps/api/',
  react: 'apps/web/',
  'react-dom': 'apps/web/',
};

/** How a project is built is said beside its sources, in the words of what builds it. @param {string} file */
const isSettings = (file) => /^apps\/[^/]+\/[^/]+\.config\.ts$/.test(file);

/** What only specs and contracts may import, wherever they are. */
export const testPackages = ['@jest/globals', 'fast-check'];

/** Libraries that do no input or output, and the modules of Node that do none either. */
export const pure = { libraries: ['touchpoints', 'metrics', 'examples'], modules: ['crypto', 'module', 'util'] };

/**
 * The only folders of a project where a module of Node may be imported: the projector answers nobody but who asks how it is.
 * @type {Record<string, Record<string, string>>}
 */
export const rooms = { 'apps/projector': { http: 'apps/projector/src/health/', https: 'apps/projector/src/health/' } };

/** Specs, contracts and what they stand on: left out of every build. */
export const isTest = (/** @type {string} */ file) => /^test\/|\.(spec|contract)\.tsx?$|\/testing\//.test(file);

/**
 * Why the file may not import the names (`*` = all) from the specifier; undefined when it may.
 * @param {string} file path from the root of the repository, with `/`
 * @param {string} specifier as written: `./x.ts`, `node:fs`, `@kithline/log`, `ajv`
 * @param {string[]} names as exported there; none for an import of the effects
 * @returns {string | undefined}
 */
export function whyNot(file, specifier, names = []) {
  if (specifier.startsWith('.')) return whyNotRelative(file, specifier);
  if (isBuiltin(specifier)) return whyNotBuiltin(file, specifier);
  if (specifier.startsWith('@kithline/')) return whyNotLibrary(file, specifier.slice('@kithline/'.length), names);
  return whyNotPackage(file, packageOf(specifier));
}

/** `libs/log` of `libs/log/src/x.ts` @param {string} file */
const projectOf = (file) => file.split('/').slice(0, 2).join('/');

/** `log` of `libs/log/src/x.ts`, undefined outside libs @param {string} file */
const libraryOf = (file) => /^libs\/([^/]+)\//.exec(file)?.[1];

/** @param {string} file @param {string} specifier */
function whyNotRelative(file, specifier) {
  const target = posix.join(posix.dirname(file), specifier);
  if (projectOf(target) !== projectOf(file)) return `${target} belongs to another project: import that by its name`;
  if (isTest(target) && !isTest(file)) return `${target} is for specs only`;
  return undefined;
}

/** @param {string} file @param {string} specifier */
function whyNotBuiltin(file, specifier) {
  if (isTest(file)) return undefined;
  const library = libraryOf(file);
  const module = specifier.replace(/^node:/, '');
  const room = rooms[projectOf(file)]?.[module];
  if (room && !file.startsWith(room)) return `${specifier} may be imported in ${room} only`;
  if (!library || !pure.libraries.includes(library)) return undefined;
  if (pure.modules.includes(module)) return undefined;
  return `${library} is pure: no ${specifier} there`;
}

/** @param {string} file @param {string} specifier @param {string[]} names */
function whyNotLibrary(file, specifier, names) {
  if (file.startsWith('test/')) return undefined;
  const target = parts[specifier] ?? specifier;
  if (!Object.hasOwn(libraries, target)) return `there is no library ${target}: a library is imported by its name alone`;
  if (target === 'examples') return whyNotExamples(file);
  const library = libraryOf(file);
  return library ? whyNotAmongLibraries(library, target, names) : undefined;
}

/** @param {string} file */
function whyNotExamples(file) {
  if (libraryOf(file) === 'touchpoints') return 'examples are made of touchpoints: that would be a circle';
  if (file.startsWith('apps/cli/') || isTest(file)) return undefined;
  return 'examples are for specs, test/ and apps/cli';
}

/** @param {string} library @param {string} target @param {string[]} names */
function whyNotAmongLibraries(library, target, names) {
  if (target === library) return `${library} imports itself by name: use a relative path`;
  const allowed = libraries[library]?.[target];
  if (allowed === undefined) return `${library} may not import ${target}`;
  return allowed === true ? undefined : whyNotNames(library, target, allowed, names);
}

/** @param {string} library @param {string} target @param {string[]} modules @param {string[]} names */
function whyNotNames(library, target, modules, names) {
  const known = exportsOf(target, modules);
  const strangers = names.filter((name) => !known.has(name));
  if (strangers.length === 0) return undefined;
  return `${library} may import from ${target} only what ${modules.join(', ')} export, not ${strangers.join(', ')}`;
}

/** @param {string} library @param {string[]} modules */
function exportsOf(library, modules) {
  const texts = modules.map((name) => readFileSync(`${root}libs/${library}/src/${name}.ts`, 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/^export (?:const|function|type|class|interface) (\w+)/gm)].map(([, name]) => name)),
  );
}

/** `@scope/name` of `@scope/name/deep/file.js` @param {string} specifier */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** @param {string} file @param {string} name */
function whyNotPackage(file, name) {
  if (file.startsWith('test/')) return undefined;
  if (testPackages.includes(name)) return isTest(file) ? undefined : `${name} is for specs only`;
  const home = homes[name] ?? homes[`${name.split('/')[0]}/*`];
  if (home) return file.startsWith(home) ? undefined : `${name} may be imported in ${home} only`;
  return libraryOf(file) ? `${name} has no home in ${projectOf(file)} (infra/boundaries.mjs)` : whyNotDeclared(file, name);
}

/** @param {string} file @param {string} name */
function whyNotDeclared(file, name) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}${projectOf(file)}/package.json`, 'utf8'));
  const declared = { ...dependencies, ...((isTest(file) || isSettings(file)) && devDependencies) };
  return Object.hasOwn(declared, name) ? undefined : `${name} is not among the dependencies of ${projectOf(file)}/package.json`;
}
