/** Installs what the lock file names, once, and makes the one native module load. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { environment, root, say, stop } from './environment.mjs';

/** @typedef {{ packages: Record<string, { version?: string, resolved?: string, integrity?: string, optional?: boolean }> }} Lock */

/**
 * Whether node_modules holds what the lock file names. npm keeps its own account of what it installed, and writes it last,
 * so that an installation which was interrupted has none. Optional packages are for other platforms when they are not there.
 * @param {Lock} lock @param {Lock} installed
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const there = installed.packages[path];
    return there ? there.version === wanted.version && there.integrity === wanted.integrity : wanted.optional === true;
  });
}

/** @param {string} folder */
function hasEverything(folder) {
  const read = (/** @type {string} */ file) => /** @type {Lock} */ (JSON.parse(readFileSync(join(folder, file), 'utf8')));
  try {
    return isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'));
  } catch {
    return false; // never installed
  }
}

/** The same npm that started us. @param {string} folder @param {string[]} args */
function npm(folder, ...args) {
  const cli = process.env['npm_execpath'];
  const options = {
    cwd: folder,
    env: environment,
    stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]),
  };
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Whether better-sqlite3 opens a database, asked in a process of its own: a binary for another Node.js may take its process down. */
const sqliteLoads = () =>
  spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: join(root, 'libs/log'),
    stdio: 'ignore',
  }).status === 0;

function installEverything(/** @type {string} */ folder) {
  if (hasEverything(folder)) return;
  say('Installing dependencies (npm ci), up to a minute…');
  const { status } = npm(folder, 'ci', '--ignore-scripts', '--include=dev', '--loglevel=error');
  if (status !== 0) stop('npm ci failed. For the first run the package registry must be reachable.', status ?? 1);
}

function buildSqlite() {
  if (sqliteLoads()) return;
  say('Fetching or compiling better-sqlite3 for this Node.js, once: one to three minutes…');
  npm(root, 'rebuild', 'better-sqlite3', '--ignore-scripts=false', '--loglevel=error');
  if (!sqliteLoads()) stop('better-sqlite3 does not load. It needs its prebuilt binary (network), or Python 3, make and a C++ compiler.');
}

/** Everything the workspace needs; without a word when it is there. */
export function install() {
  if (hasEverything(root) && sqliteLoads()) return;
  alone('.install.lock', () => {
    installEverything(root);
    buildSqlite();
  });
}

/** A tool with a lock file of its own (`test/bench`, `infra/stryker`), which the default installation does without. @param {string} folder */
export function installTool(folder) {
  installEverything(join(root, folder));
}
