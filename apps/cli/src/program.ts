import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import { globalOptions, type CommandSpec, type OptionSpec } from './commands/command.ts';
import type { Call, Door, Typed } from './door/door.ts';

/** As package.json has it, wherever this file is bundled to. */
const settings = createRequire(import.meta.url).resolve('@kithline/cli/package.json');
const { version } = JSON.parse(readFileSync(settings, 'utf8')) as Readonly<{ version: string }>;

type Called = Readonly<{ spec: CommandSpec; call: Typed }>;

/**
 * The parser of the command line, made from the command table; `called` is told what was asked for. Unknown commands and options are
 * refused with a CommanderError.
 */
export function programOf(commands: readonly CommandSpec[], called: (found: Called) => void, context: Readonly<{ door: Door }>): Command {
  const program = new Command('kithline')
    .description('Asks an event-sourced referral network what was true, and when it was known.')
    .usage('<command> [options]')
    .version(version, '--version', 'show the version')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => void context.door.out.write(text),
      outputError: () => undefined,
      writeErr: (text) => void context.door.out.write(text),
    })
    .addHelpText('after', '\nkithline <command> --help shows its options and an example.');
  for (const option of globalOptions) program.addOption(toOption(option));
  for (const spec of commands)
    addCommand(program, spec, (command, args) => called({ spec, call: callOf(command, args, { spec, ...context }) }));
  program.hook('preSubcommand', async (_, command) => {
    const spec = commands.find(({ name }) => name === command.name());
    if (typeof spec?.options === 'function') for (const option of await spec.options()) command.addOption(toOption(option));
  });
  return program;
}

function addCommand(program: Command, spec: CommandSpec, act: (command: Command, args: readonly string[]) => void): void {
  const command = program
    .command(spec.name)
    .summary(spec.summary)
    .description(spec.argValues ? `${spec.summary} (${spec.argValues.join(', ')})` : spec.summary)
    .helpGroup(`${spec.group}:`)
    .addHelpText('after', `\nExample:\n  ${spec.example}`);
  for (const argument of spec.args?.split(' ') ?? []) command.argument(argument);
  if (typeof spec.options !== 'function') for (const option of spec.options) command.addOption(toOption(option));
  command.action((...given: unknown[]) =>
    act(
      command,
      given
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string'),
    ),
  );
}

function toOption({ flags, help, many }: OptionSpec): Option {
  const option = new Option(flags, help);
  if (option.variadic || many)
    return option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option.required ? option.argParser(once) : option;
}

function once(value: string, before: unknown): string {
  if (before !== undefined) throw new InvalidArgumentError('It may be given once only.');
  return value;
}

function callOf(command: Command, args: readonly string[], context: Readonly<{ spec: CommandSpec; door: Door }>): Typed {
  const all: Readonly<Record<string, unknown>> & { data?: string } = command.optsWithGlobals();
  const options = Object.fromEntries(command.options.map((option) => [option.name(), all[option.attributeName()]])) as Call['options'];
  return { command: context.spec.name, args, options, data: all.data, json: all.json === true, door: context.door };
}
