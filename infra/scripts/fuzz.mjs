/**
 * `npm run fuzz`: Schemathesis, a client that knows nothing but the OpenAPI document, against the built api on the demo network. It fails
 * on any server error and on any answer that the document does not describe. Python 3 is needed; its packages go to a folder of their own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say, stop } from './environment.mjs';

const requirements = join(root, 'infra/schemathesis/requirements.txt');
const config = join(root, 'infra/schemathesis/schemathesis.toml');

/** The command, installed into .nx/schemathesis when it is not there in the versions required. */
function schemathesis() {
  const folder = join(root, '.nx', 'schemathesis');
  const bin = (/** @type {string} */ name) => join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', name);
  const run = (/** @type {string} */ command, /** @type {string[]} */ args) => {
    if (spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status !== 0)
      stop('Schemathesis could not be installed: it needs Python 3.10 or newer and the Python package index.');
  };
  if (!existsSync(bin('st'))) {
    say('Installing Schemathesis, half a minute…');
    run('python3', ['-m', 'venv', folder]);
  }
  run(bin('python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]);
  return bin('st');
}

/** The api on the demo network, at a free port. @param {string} data */
async function serve(data) {
  spawnSync(process.execPath, [join(root, 'apps/cli/bin/kithline.mjs'), 'demo', '--data', data], { stdio: ['ignore', 'ignore', 2] });
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent' };
  const api = spawn(process.execPath, [join(root, 'apps/api/dist/main.js'), '--data', data], { env, stdio: ['ignore', 'pipe', 2] });
  const address = /http:\S+/.exec(
    String(await Promise.race([once(/** @type {import('node:stream').Readable} */ (api.stdout), 'data'), once(api, 'exit')])),
  )?.[0];
  if (!address) stop('The api did not start: see above.');
  return { api, address };
}

/** How many operations held and how many did not, from the JUnit report. @param {string} report */
export function countOf(report) {
  const number = (/** @type {string} */ name) => Number(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(report)?.[1] ?? NaN);
  const failed = number('failures') + number('errors');
  return { passed: number('tests') - failed, failed };
}

/** Runs it and ends with the line `N passed, N failed, N skipped`; the exit status. @param {string[]} args for Schemathesis */
export async function fuzz(args) {
  const st = schemathesis();
  const folder = mkdtempSync(join(tmpdir(), 'kithline-fuzz-'));
  const { api, address } = await serve(join(folder, 'data'));
  const report = join(folder, 'junit.xml');
  const asked = ['--config-file', config, 'run', `${address}/v1/openapi.json`, '--report-junit-path', report, ...args];
  const { status } = spawnSync(st, asked, {
    cwd: folder,
    env: { ...process.env, SCHEMATHESIS_HOOKS: join(root, 'infra/schemathesis/hooks.py') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const survived = api.exitCode === null;
  const ended = once(api, 'exit');
  if (survived && api.kill()) await ended; // it writes a snapshot before it goes
  const { passed, failed } = countOf(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  const others = survived ? 0 : 1;
  console.log(`\n${passed} passed, ${failed + others} failed, 0 skipped`);
  return status || others;
}
