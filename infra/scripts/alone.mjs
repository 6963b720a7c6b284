/** Work that one process at a time may do in this clone, such as an installation. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './environment.mjs';

/** Runs `work` while no other process here holds the lock. @param {string} name of the lock, a file in the root @param {() => void} work */
export function alone(name, work) {
  const lock = join(root, name);
  for (let waited = false; !take(lock); waited = true) {
    if (!waited) say('Another installation is running here, waiting for it…');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  }
  try {
    work();
  } finally {
    rmSync(lock);
  }
}

/** The lock holds the id of its process, so that one whose process was killed holds nobody up. @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isRunning(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function isRunning(lock) {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
}
