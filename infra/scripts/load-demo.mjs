/** The demo network in the data folder that `npm start` serves. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root, say, stop } from './environment.mjs';

const launcher = join(root, 'apps/cli/bin/kithline.mjs');

/** How the CloudEvents sources of made-up events begin. */
const madeUp = 'urn:kithline:examples:';

/** Runs the command line on a folder; what it printed. @param {string} folder @param {string[]} args */
function kithline(folder, ...args) {
  const { status, stdout } = spawnSync(process.execPath, [launcher, ...args, '--data', folder, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
    maxBuffer: 2 ** 28,
  });
  return status === 0 ? /** @type {any} */ (JSON.parse(stdout)) : process.exit(status ?? 1);
}

/**
 * Records the demo where there is no log yet. Whatever was posted to it since stays; a log of other events is not served with figures
 * that hide nothing, as the demo's are.
 * @param {string[]} args of the api
 */
export function loadDemo(args) {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } }, strict: false });
  const folder = resolve(String(values.data ?? process.env['KITHLINE_DATA'] ?? 'kithline-data'));
  if (!existsSync(join(folder, 'log.sqlite'))) {
    say(`Recording a made-up network in ${folder}…`);
    kithline(folder, 'demo');
    return;
  }
  const { rows } = kithline(folder, 'events', '--limit', '1', '--disclosure', 'none');
  if (!String(rows[0]?.source).startsWith(madeUp))
    stop(
      `The log in ${folder} holds no made-up network. Serve it with  node apps/api/dist/main.js --data ${folder}\n` +
        'or name another folder for the made-up network:  npm start -- --data FOLDER',
    );
}
