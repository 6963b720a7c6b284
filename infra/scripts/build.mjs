/** Builds when a source is newer than the last build, and otherwise costs a few milliseconds. */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say, stop } from './environment.mjs';
import { nx } from './nx.mjs';

const stamp = join(root, '.nx', 'kithline-built');

/** When the newest file or folder (a removed file changes its folder) below a path was changed, in ms. @param {string} path @returns {number} */
export function newest(path) {
  const { mtimeMs } = statSync(path);
  const within = readdirSync(path, { withFileTypes: true }).map((entry) => {
    const inner = join(path, entry.name);
    return entry.isDirectory() ? newest(inner) : statSync(inner).mtimeMs;
  });
  return Math.max(mtimeMs, ...within);
}

const projects = () => ['apps/cli', ...readdirSync(join(root, 'libs')).map((name) => `libs/${name}`)];

/** The sources of a build: what its projects hold, and how they are compiled. */
function lastChange() {
  const settings = ['package-lock.json', 'tsconfig.base.json', ...projects().map((project) => `${project}/tsconfig.build.json`)];
  return Math.max(
    ...projects().map((each) => newest(join(root, each, 'src'))),
    ...settings.map((file) => statSync(join(root, file)).mtimeMs),
  );
}

function isFresh() {
  const built = projects().every((each) => existsSync(join(root, each, 'dist', each === 'apps/cli' ? 'main.js' : 'index.js')));
  return built && (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= lastChange();
}

/** Builds the command line and the libraries under it; without a word when that is done already. */
export function build() {
  if (isFresh()) return;
  say('Building Kithline, about twenty seconds the first time…');
  const started = new Date(); // what is edited during the build is newer than it
  const status = nx(['run', '@kithline/cli:build'], ['ignore', 2, 2]);
  if (status !== 0) stop('The build failed: see above.', status);
  mkdirSync(join(root, '.nx'), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}
