/** Builds when a source is newer than the last build, and otherwise costs a few milliseconds. */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say, stop } from './environment.mjs';
import { nx } from './nx.mjs';

/** What each app leaves when it is built. */
const outcome = { cli: 'dist/bundle/main.js', api: 'dist/main.js', web: 'dist/index.html', projector: 'dist/main.js' };
/** @typedef {keyof typeof outcome} App */

/** When the newest file or folder (a removed file changes its folder) below a path was changed, in ms. @param {string} path @returns {number} */
export function newest(path) {
  const { mtimeMs } = statSync(path);
  const within = readdirSync(path, { withFileTypes: true }).map((entry) => {
    const inner = join(path, entry.name);
    return entry.isDirectory() ? newest(inner) : statSync(inner).mtimeMs;
  });
  return Math.max(mtimeMs, ...within);
}

const libraries = () => readdirSync(join(root, 'libs')).map((name) => `libs/${name}`);

/** What is there when an app and the libraries are built. @param {readonly App[]} apps */
const outcomes = (apps) => [
  ...apps.map((app) => `apps/${app}/${outcome[app]}`),
  ...libraries().map((library) => `${library}/dist/index.js`),
];

/** The sources of a build: what its projects hold, and how they are compiled. @param {readonly App[]} apps */
function lastChange(apps) {
  const projects = [...apps.map((app) => `apps/${app}`), ...libraries()];
  const settings = projects.flatMap((project) =>
    ['tsconfig.build.json', 'vite.config.ts', 'index.html'].map((name) => join(root, project, name)),
  );
  const files = [...settings.filter((file) => existsSync(file)), join(root, 'package-lock.json'), join(root, 'tsconfig.base.json')];
  return Math.max(...projects.map((each) => newest(join(root, each, 'src'))), ...files.map((file) => statSync(file).mtimeMs));
}

/** Builds these apps and the libraries under them; without a word when that is done already. @param {App[]} apps */
export function build(...apps) {
  const stamp = join(root, '.nx', `kithline-built-${apps.join('-')}`);
  const isBuilt = outcomes(apps).every((file) => existsSync(join(root, file)));
  if (isBuilt && (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= lastChange(apps)) return;
  say('Building Kithline, about twenty seconds the first time…');
  const started = new Date(); // what is edited during the build is newer than it
  const status = nx(['run-many', '-t', 'build', '-p', apps.map((app) => `@kithline/${app}`).join(',')], ['ignore', 2, 2]);
  if (status !== 0) stop('The build failed: see above.', status);
  mkdirSync(join(root, '.nx'), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}
