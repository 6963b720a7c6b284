import type { Run } from '../door/door.ts';

/** An option of a command, in the notation of the command table. */
export type OptionSpec = Readonly<{
  /** `--mapping <file>`, `--strict`, `--community <id...>` (takes what follows up to the next option, so not beside arguments) */
  flags: string;
  /** May be repeated, or hold several values separated by commas. */
  many?: true;
  help: string;
  /** The values it may have, where they can be listed; for completion, what refuses others is the command. */
  values?: readonly string[];
}>;

/** One command as help, completion and parser know it. What it does is loaded when it is called, so that help comes at once. */
export type CommandSpec = Readonly<{
  name: string;
  /** `<files...>`, `[file]` */
  args?: string;
  /** The values of the first argument, where they can be listed. */
  argValues?: readonly string[];
  group: 'Ask' | 'Record' | 'Keep' | 'Look after' | 'Try';
  summary: string;
  /** A command line that shows it. */
  example: string;
  /** Touches neither log nor graph: whatever the settings say of them, it runs. */
  opensNothing?: true;
  /** The options of a question are told by the metrics, and loaded with them. */
  options: readonly OptionSpec[] | (() => Promise<readonly OptionSpec[]>);
  load: () => Promise<Readonly<{ run: Run }>>;
}>;

/** Options of every command. */
export const globalOptions: readonly OptionSpec[] = [
  { flags: '--data <folder>', help: 'the data folder (default: KITHLINE_DATA, or else kithline-data here), whatever LOG and GRAPH say' },
  { flags: '--json', help: 'print one JSON object instead of text; errors too, on stderr' },
];
