/**
 * Lets a process of its own run TypeScript from the sources on every Node that Kithline supports:
 * `node --import <this file> --conditions=@kithline/source writer.ts`. What was transpiled once is kept in the folder TRANSPILED.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

const options = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
};

/** The hook of Node's module loader: what ends in `.ts` goes through SWC, as in the tests. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await transpiled(await readFile(new URL(url), 'utf8')), shortCircuit: true };
}

async function transpiled(source) {
  const kept = join(process.env['TRANSPILED'], createHash('sha256').update(source).digest('hex'));
  return readFile(kept, 'utf8').catch(() => transpile(source, kept));
}

async function transpile(source, kept) {
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, options);
  const unfinished = `${kept}.${process.pid}`;
  await mkdir(process.env['TRANSPILED'], { recursive: true });
  await writeFile(unfinished, code);
  await rename(unfinished, kept);
  return code;
}
