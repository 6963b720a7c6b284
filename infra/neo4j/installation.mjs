/** The jars of a Neo4j Community, resolved by Maven once, and the Java that runs them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../scripts/environment.mjs';
import { alone } from '../scripts/alone.mjs';

const folder = import.meta.dirname;
const jars = join(folder, 'lib');
const pom = readFileSync(join(folder, 'pom.xml'), 'utf8');

/** Written last, so that an installation which was interrupted has none; it holds the pom that the jars are of. */
const stamp = join(jars, 'installed-pom.xml');

export const version = /<neo4j\.version>(.+)</.exec(pom)?.[1] ?? '';

const javaHome = process.env['JAVA_HOME'];

/** The command that runs Java: the one JAVA_HOME names, or the first of the PATH. */
export const java = javaHome ? join(javaHome, 'bin', 'java') : 'java';

/** For `java`: all jars of the folder. */
export const classPath = join(jars, '*');

/** What a command prints about its version, '' when it is not there. @param {string} command @param {string} option */
function printed(command, option) {
  const { stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8', shell: process.platform === 'win32' });
  return `${stdout ?? ''}${stderr ?? ''}`;
}

/** The major version of what `java -version` printed, 0 when it printed none: 17 of "17.0.15", 8 of "1.8.0". @param {string} text */
export const majorOf = (text) => Number(/version "(?:1\.)?(\d+)/.exec(text)?.[1] ?? 0);

function isInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === pom;
  } catch {
    return false; // never installed
  }
}

/** Why Neo4j cannot run here, undefined when it can. Maven is needed only until its jars are there. */
export function whatIsMissing() {
  const major = majorOf(printed(java, '-version'));
  if (major < 17) return major === 0 ? 'no Java: Neo4j needs 17 or newer' : `Java ${major} is too old: Neo4j needs 17 or newer`;
  if (!isInstalled() && !printed('mvn', '--version').includes('Maven')) return 'no Maven, which fetches Neo4j';
  return undefined;
}

/** Fetches the jars when they are not there. @throws when Java or Maven is missing, or Maven does not get them */
export function install() {
  const missing = whatIsMissing();
  if (missing) throw new Error(`Neo4j cannot be started: ${missing}.`);
  if (!isInstalled()) alone('.neo4j.lock', fetch);
}

function fetch() {
  if (isInstalled()) return; // by whom we waited for
  say(`Fetching Neo4j ${version} from Maven Central, once: 120 MB…`);
  rmSync(jars, { recursive: true, force: true });
  const { status } = spawnSync('mvn', ['-B', '-q', 'package'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('Maven could not fetch Neo4j: see above. For the first run Maven Central must be reachable.');
  writeFileSync(stamp, pom);
}
