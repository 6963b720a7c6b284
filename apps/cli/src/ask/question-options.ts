import { questions, type QuestionName } from '@kithline/metrics';
import type { OptionSpec } from '../commands/command.ts';

/** What the option table of the metrics says about one option, as far as a command line asks. */
type Told = Readonly<{ kind: string; help: string; many?: boolean; values?: readonly string[]; default?: string; positional?: boolean }>;

const optionsOf = (question: string): readonly (readonly [name: string, told: Told])[] =>
  Object.entries(questions[question as QuestionName].options);

/** The options of a question, from the table of the metrics; whether a value is right is judged there too. */
export function questionOptions(question: string): readonly OptionSpec[] {
  const open = positionals(question).length === 0;
  return optionsOf(question)
    .filter(([, told]) => told.positional !== true)
    .map(([name, told]) => ({
      flags: flagsOf(name, told, open),
      help: helpOf(told),
      ...(told.many && { many: true }),
      values: told.values ?? [],
    }));
}

/** Several values may follow each other where nothing else may follow them. */
function flagsOf(name: string, { kind, many }: Told, open: boolean): string {
  if (kind === 'flag') return `--${name}`;
  if (!many) return `--${name} <value>`;
  return open ? `--${name} <value...>` : `--${name} <value,...>`;
}

const helpOf = ({ kind, help, values, default: fallback }: Told): string =>
  [help, values && `(${values.join(', ')})`, fallback !== undefined && kind !== 'flag' && `(default: ${fallback})`]
    .filter(Boolean)
    .join(' ');

/** The names of what a question takes by its place on the command line, in order. */
export const positionals = (question: string): readonly string[] =>
  optionsOf(question)
    .filter(([, told]) => told.positional === true)
    .map(([name]) => name);
