/** Where everything is, and what every tool started from here is told: no telemetry, no questions, nothing left running. */
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const environment = {
  FORCE_COLOR: process.stdout.isTTY ? undefined : '0', // Nx tells its tasks to colour what they print, wherever it goes
  ...process.env,
  NX_NO_CLOUD: 'true',
  NX_DAEMON: process.env['NX_DAEMON'] ?? 'false',
  NX_TUI: 'false',
  DO_NOT_TRACK: '1',
  SCARF_ANALYTICS: 'false',
};

/** Tells the person at the terminal what is going on; stdout belongs to the answers. @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Ends the run with one clear line. @param {string} line @param {number} [code] @returns {never} */
export function stop(line, code = 1) {
  say(line);
  process.exit(code);
}

/** The first minor version that works, by major version; of later ones any. */
const firstMinor = new Map([
  [20, 19],
  [22, 12],
]);

/** Whether the dependencies work with this Node.js. */
export function isNodeGood(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || minor >= (firstMinor.get(major) ?? Infinity);
}
