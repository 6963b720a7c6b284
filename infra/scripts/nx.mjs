/** The tools of the workspace, each in a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { environment, root } from './environment.mjs';

/** The script behind a command of a package: its place differs between versions. @param {string} name @param {string} command */
function binOf(name, command) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a tool of node_modules to its end; its exit status. @param {string} name @param {string[]} args @param {import('node:child_process').StdioOptions} [stdio] */
export function tool(name, args, stdio = 'inherit') {
  return spawnSync(process.execPath, [binOf(name, name), ...args], { cwd: root, stdio, env: environment }).status ?? 1;
}

/** One Nx run; its exit status. @param {string[]} args @param {import('node:child_process').StdioOptions} [stdio] */
export const nx = (args, stdio = 'inherit') => tool('nx', args, stdio);

/** Who started this process. Once that has ended, the system names another. */
const starter = process.ppid;
/** Milliseconds in which its end is noticed. */
const NOTICED = 250;

/** Becomes another Node.js program, as far as one process can: same terminal, its signals, its exit code. @param {string[]} args @param {string} [cwd] */
export function become(args, cwd = process.cwd()) {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' });
  // A terminal sends Ctrl-C to the whole group: the child has it already and decides what becomes of it.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  if (process.env['npm_lifecycle_event']) endWithStarter(child);
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 1;
    if (!signal) return;
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * npm runs a script in a shell and passes SIGTERM on to that, which ends alone: nobody tells the program. (`exec` in the script would do
 * as well, but not on Windows.)
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithStarter(child) {
  const watching = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watching);
    child.kill('SIGTERM');
  }, NOTICED);
  watching.unref();
}
