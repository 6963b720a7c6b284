import { questions, type QuestionName } from '@kithline/metrics';
import type { OptionSpec } from '../commands/command.ts';

/** What the option table of the metrics says about one option, as far as a command line asks. */
type Told = Readonly<{ kind: string; help: string; many?: boolean; values?: readonly string[]; default?: string; positional?: boolean }>;

const optionsOf = (question: string): readonly (readonly [name: string, told: Told])[] =>
  Object.entries(questions[question as QuestionName].options);

/** The options of a question, from the table of the metrics; whether a value is right is judged there too. */
export const questionOptions = (question: string): readonly OptionSpec[] =>
  optionsOf(question)
    .filter(([, told]) => told.positional !== true)
    .map(([name, { kind, help, many, default: fallback, values }]) => ({
      flags: kind === 'flag' ? `--${name}` : many ? `--${name} <value...>` : `--${name} <value>`,
      help: [help, values && `(${values.join(', ')})`, fallback !== undefined && kind !== 'flag' && `(default: ${fallback})`]
        .filter(Boolean)
        .join(' '),
    }));

/** The names of what a question takes by its place on the command line, in order. */
export const positionals = (question: string): readonly string[] =>
  optionsOf(question)
    .filter(([, told]) => told.positional === true)
    .map(([name]) => name);
