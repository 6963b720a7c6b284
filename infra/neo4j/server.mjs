/** A real Neo4j Community in a process of its own, for development and tests. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { configuration, javaOptions } from './configuration.mjs';
import { classPath, install, java } from './installation.mjs';

const mainClass = 'org.neo4j.server.CommunityEntryPoint';
const username = 'neo4j';

/**
 * A server that answers. `stop` and `kill` resolve when its process is gone: only then its data may be opened again. Started again in
 * the same folder it holds everything that was committed, and has the same password.
 * @typedef {Readonly<{ url: string, port: number, username: string, password: string, passwordFile: string, pid: number,
 *   ended: Promise<unknown>, stop: () => Promise<void>, kill: () => Promise<void> }>} Neo4j
 */

/**
 * Starts Neo4j on loopback and waits until it answers; it ends when this process exits; a signal that ends this
 * process at once leaves it behind, so who may get one listens for it.
 * @param {{ folder: string, port?: number, heap?: number, pageCache?: number, brief?: boolean }} options where its data, configuration and
 *   password are; a free port unless named; memory in MB; `brief` for a server that is soon ended
 * @returns {Promise<Neo4j>}
 * @throws when Java or Maven is missing, the port is taken, or the server ends before it answers
 */
export async function startNeo4j({ folder, port: wanted = 0, heap = 512, pageCache = 256, brief = false }) {
  install();
  const port = await freePort(wanted);
  const home = resolve(folder);
  for (const name of ['conf', 'plugins', 'import']) mkdirSync(join(home, name), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(home, { port, heap, pageCache }));
  const passwordFile = join(home, 'password');
  const password = passwordOf(home, passwordFile);
  const { child, ended } = await launch(home, javaOptions(heap, brief));
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    await ended;
  };
  return {
    ...{ url: `bolt://127.0.0.1:${port}`, port, username, password, passwordFile, pid: child.pid ?? 0, ended },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Neo4j cannot be asked which port it took when it is told 0. @param {number} wanted */
async function freePort(wanted) {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening').catch((/** @type {NodeJS.ErrnoException} */ error) => {
    throw error.code === 'EADDRINUSE' ? new Error(`Neo4j cannot be started: port ${wanted} is in use.`) : error;
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await once(server.close(), 'close');
  return port;
}

/** The password of the server in this folder, made when it has none yet. It is written last: Neo4j takes it once, before its first start. @param {string} home @param {string} file */
function passwordOf(home, file) {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = randomBytes(16).toString('hex'); // begins with no hyphen, which would make an option of it
  const args = ['-XX:TieredStopAtLevel=1', '-cp', classPath, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password];
  const { status, stderr } = spawnSync(java, args, {
    encoding: 'utf8',
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
  });
  if (status !== 0) throw new Error(`Neo4j did not take its initial password: ${stderr}`);
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** Without the lines of a stack. @param {string} line */
const isTelling = (line) => !/^\s+(at |\.\.\.)/.test(line);

/** Neo4j says "Started." when its connectors answer. @param {string} home @param {readonly string[]} options of the Java machine */
async function launch(home, options) {
  const args = ['-cp', classPath, ...options, mainClass, `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, '--console-mode'];
  const child = spawn(java, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NEO4J_HOME: home } });
  const killIt = () => void child.kill('SIGKILL');
  process.once('exit', killIt);
  const ended = once(child, 'exit').finally(() => process.removeListener('exit', killIt));
  /** @type {string[]} */
  const said = [];
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        said.splice(0, Math.max(0, said.push(line) - 30));
        if (/ Started\.$/.test(line)) resolve(undefined);
      });
    }
    // Not at `exit`: what it said last is still to be read then.
    child
      .once('error', reject)
      .once('close', () => reject(new Error(`Neo4j ended before it answered:\n${said.filter(isTelling).join('\n')}`)));
  });
  return { child, ended };
}
