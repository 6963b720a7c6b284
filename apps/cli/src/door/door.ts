import type { Readable, Writable } from 'node:stream';
import type { StoreSettings } from '@kithline/network/settings';

/** Everything a command touches outside the data folder: streams, clock, and whether the user wants it to end. */
export type Door = Readonly<{
  input: Readable;
  out: Writable & { isTTY?: boolean; columns?: number };
  err: Writable & { isTTY?: boolean; columns?: number };
  /** Milliseconds since 1970. */
  now: () => number;
  /** Aborted by Ctrl-C: end as soon as nothing is left half done. For a command that does not ask for it Ctrl-C ends the process at once. */
  signal: AbortSignal;
}>;

/** One call of a command: what was typed, and the door it came through. */
export type Call = Readonly<{
  /** The command's name. */
  command: string;
  args: readonly string[];
  /** Options by name as it is typed, without dashes; those that may be repeated as lists. */
  options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** The folder that `--data` named. */
  data: string | undefined;
  /** Where log and graph are. */
  stores: StoreSettings;
  /** The data folder as it was named; beside servers, where what belongs to them is kept. */
  folder: string;
  json: boolean;
  door: Door;
}>;

/** What was typed, before it is known where log and graph are. */
export type Typed = Omit<Call, 'stores' | 'folder'>;

/** What a command does; its result is the exit code. It throws a Problem (or what toProblem knows) when it cannot be done. */
export type Run = (call: Call) => Promise<number>;

/** The value of an option that takes one text, undefined when it was not given. */
export function textOption({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be repeated or hold several values separated by commas; undefined when it was not given. */
export function listOption({ options }: Call, name: string): readonly string[] | undefined {
  const value = options[name];
  if (value === undefined || typeof value === 'boolean') return undefined;
  return (typeof value === 'string' ? [value] : value).flatMap((text) => text.split(',')).map((text) => text.trim());
}
