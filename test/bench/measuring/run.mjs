/** Processes of their own for what is measured, so that no part has another's memory. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const here = join(import.meta.dirname, '..');
const cli = join(here, '..', '..', 'apps', 'cli', 'bin', 'kithline.mjs');

export const RUNS = 5;
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** What a script of this folder says in its one line. */
export const child = (script, ...args) =>
  JSON.parse(execFileSync(process.execPath, [join(here, script), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));

/** Milliseconds and peak bytes of a whole process, seen from outside by GNU time. */
export function wholeProcess(args) {
  const seen = join(mkdtempSync(join(tmpdir(), 'kithline-time-')), 'peak');
  const began = performance.now();
  execFileSync('/usr/bin/time', ['-f', '%M', '-o', seen, process.execPath, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ms = performance.now() - began;
  const peak = Number(readFileSync(seen, 'utf8')) * 1024;
  rmSync(dirname(seen), { recursive: true });
  return { ms, peak };
}

export const kithline = (...args) => wholeProcess([cli, ...args]);

/** Ours and the yardstick turn about; medians of both, and the most memory ours ever held. */
export function turnAbout(ours, yardstick) {
  const [our, their] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    our.push(ours(run));
    their.push(yardstick(run));
  }
  return {
    ours: median(our.map(({ ms }) => ms)),
    yardstick: median(their.map(({ ms }) => ms)),
    peak: Math.max(...our.map(({ peak }) => peak ?? 0)),
  };
}
