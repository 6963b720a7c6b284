import { InvalidOption, Misspelt } from './invalid-option.ts';
import type { Option, Options } from './option.ts';
import { questions, type Asked, type QuestionName } from './questions.ts';

/** What a door hands over: options by name; `true` for one that stands alone. */
export type Raw = Readonly<Record<string, string | readonly string[] | true | undefined>>;

export type Parsed<Name extends QuestionName> = Readonly<{ question: Asked<Name> }> | Readonly<{ problems: readonly InvalidOption[] }>;

/** Whether there is such a question. */
export const isQuestion = (name: string): name is QuestionName => Object.hasOwn(questions, name);

/** Reads a question from its spelling: the question, or everything that is wrong with it. */
export function parseQuestion<Name extends QuestionName>(name: Name, raw: Raw): Parsed<Name> {
  const { options, check } = questions[name] as {
    options: Options;
    check?: (asked: object, given: ReadonlySet<string>) => InvalidOption[];
  };
  const given = new Set(Object.keys(raw).filter((field) => raw[field] !== undefined));
  const problems = [...given].filter((field) => !Object.hasOwn(options, field)).map((field) => unknown(name, field));
  const values: Record<string, unknown> = { question: name };
  for (const [field, option] of Object.entries(options)) {
    const read = readOption(field, option, raw[field]);
    if (read instanceof InvalidOption) problems.push(read);
    else values[field] = read;
  }
  problems.push(...misplaced(options, values, given));
  if (problems.length === 0) problems.push(...whatGroupingLacks(values), ...(check?.(values, given) ?? []));
  return problems.length > 0 ? { problems } : { question: values as Asked<Name> };
}

const unknown = (name: string, field: string): InvalidOption =>
  new InvalidOption(field, `is no option of ${name}; those are ${Object.keys(questions[name as QuestionName].options).join(', ')}`);

function readOption(field: string, option: Option, raw: Raw[string]): unknown {
  const text = textOf(option, raw);
  if (text instanceof Misspelt) return new InvalidOption(field, text.message);
  if (text === undefined) return option.required ? new InvalidOption(field, `is missing: give one, such as ${option.example}`) : undefined;
  try {
    return option.read(text);
  } catch (error) {
    if (error instanceof Misspelt) return new InvalidOption(field, error.message);
    throw error;
  }
}

function textOf({ kind, many, default: fallback }: Option, raw: Raw[string]): string | Misspelt | undefined {
  if (raw === undefined) return fallback;
  if (raw === true) return kind === 'flag' ? '' : new Misspelt('needs a value');
  if (typeof raw === 'string') return raw;
  return many || raw.length === 1 ? raw.join(',') : new Misspelt('may be given once only');
}

/** Options that were given though the value of another leaves them without a meaning. */
function misplaced(options: Options, values: Readonly<Record<string, unknown>>, given: ReadonlySet<string>): InvalidOption[] {
  const problems: InvalidOption[] = [];
  for (const field of given)
    for (const [other, fitting] of Object.entries(options[field]?.only ?? {}))
      if (Object.hasOwn(values, other) && !fitting.includes(values[other] as string))
        problems.push(new InvalidOption(field, `goes with --${other} ${fitting.join(' or ')} only`));
  return problems;
}

function whatGroupingLacks({ by, compare }: Readonly<Record<string, unknown>>): InvalidOption[] {
  return compare !== undefined && by === undefined ? [new InvalidOption('compare', 'needs --by: it names two groups')] : [];
}
