import { CommanderError } from 'commander';
import { commands } from './commands/table.ts';
import type { Door } from './door/door.ts';
import { exitCodeOf, exitCodes } from './door/exit-codes.ts';
import { programOf } from './program.ts';

/** Runs one command line and says how it ended. */
export async function run(argv: readonly string[], door: Door, env: NodeJS.ProcessEnv): Promise<number> {
  let found: Parameters<Parameters<typeof programOf>[1]>[0] | undefined;
  const program = programOf(commands, (called) => (found = called), { door });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, { from: 'user' });
    if (!found) return exitCodes.ok;
    const [command, { storesOf }] = await Promise.all([found.spec.load(), import('./stores/settings.ts')]);
    const stores = await storesOf(found.call.data, found.spec.opensNothing ? {} : env);
    return await command.run({ ...found.call, ...stores });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    const { reportProblem, toProblem } = await import('./door/report-problem.ts');
    const problem = toProblem(error);
    await reportProblem(problem, door, argv.includes('--json'));
    return exitCodeOf(problem);
  }
}

/** The process as a door. */
export async function start(): Promise<void> {
  // Whoever reads the output may stop reading (`| head`): there is nobody left to tell, so end quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.failed));
  process.exitCode = await run(process.argv.slice(2), processDoor(), process.env);
}

/** What costs something is opened when a command asks for it. */
function processDoor(): Door {
  let ending: AbortController | undefined;
  return {
    get input() {
      return process.stdin;
    },
    get signal() {
      ending ??= onceInterrupted();
      return ending.signal;
    },
    out: process.stdout,
    err: process.stderr,
    now: Date.now,
  };
}

/** From here on the first Ctrl-C is heard by the command; before, and the second time, it ends the process. */
function onceInterrupted(): AbortController {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());
  return ending;
}
