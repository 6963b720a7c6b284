/** The demo network in the data folder that `npm start` serves. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root, say } from './environment.mjs';

const launcher = join(root, 'apps/cli/bin/kithline.mjs');

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
 * Records the demo where there is no log yet. Whatever was posted to it since stays; where people are among it who are not made up, the
 * page shows what the public may see, and so it is said here.
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
  const { others } = kithline(folder, 'status', '--quick').sources;
  if (others.length === 0) return;
  const named = `${others.slice(0, 3).join(', ')}${others.length > 3 ? ', …' : ''}`;
  say(
    `Not all of ${folder} is made up (${named}): the page opens as the public may see it. For the demo alone: npm start -- --data FOLDER`,
  );
}
