import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Problem } from '@kithline/network';
import { textOption, type Call, type Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';

/** `kithline serve`: the api and the page over a data folder, in a process of its own, until it is told to end. */
export const run: Run = async (call) => {
  const server = spawn(process.execPath, [serverMain(), ...(call.data === undefined ? [] : ['--data', call.data])], {
    stdio: 'inherit',
    env: environmentOf(call),
  });
  // A terminal sends Ctrl-C to the whole group: the server has it already.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGTERM'));
  const [code] = (await once(server, 'exit')) as [number | null];
  return code ?? exitCodes.failed;
};

/** Everything else about the server is said in the environment. */
function environmentOf(call: Call): NodeJS.ProcessEnv {
  const port = textOption(call, 'port');
  return { ...process.env, ...(port !== undefined && { PORT: port }) };
}

/** The program of the server, which stands beside this one. @throws Problem where it was not built */
function serverMain(): string {
  const main = join(createRequire(import.meta.url).resolve('@kithline/api/package.json'), '../dist/main.js');
  if (existsSync(main)) return main;
  throw new Problem('failed', 'not_built', 'the server is not built yet: run `npm run build` in its folder once');
}
