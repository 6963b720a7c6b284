import type { Run } from '../door/door.ts';
import { Problem } from '@kithline/network';
import { write } from '../door/write.ts';
import { bash, fish, zsh, type Completable } from './completion.ts';
import { globalOptions, type CommandSpec, type OptionSpec } from './command.ts';
import { commands } from './table.ts';

const shells: Readonly<Record<string, (all: readonly Completable[]) => string>> = { bash, zsh, fish };

/** `kithline completion <shell>`: a script made from the command table, so that it knows every command and option. */
export const run: Run = async ({ args, door }) => {
  const [shell = ''] = args;
  const script = shells[shell];
  if (!script) throw new Problem('badRequest', 'unknown_shell', `"${shell}" is not a shell it completes in; those are bash, zsh and fish`);
  await write(door.out, script(await Promise.all(commands.map(completable))));
  return 0;
};

async function completable(spec: CommandSpec): Promise<Completable> {
  const own = typeof spec.options === 'function' ? await spec.options() : spec.options;
  const options = [...own, ...globalOptions, { flags: '--help', help: 'show options and an example' }];
  return { name: spec.name, summary: spec.summary, values: spec.argValues ?? [], options: options.map(named) };
}

const named = ({ flags, help, values }: OptionSpec): Completable['options'][number] => ({
  name: flags.split(' ')[0] ?? flags,
  takesValue: flags.includes('<'),
  takesFile: /<(file|folder)>/.test(flags),
  help,
  values: values ?? [],
});
