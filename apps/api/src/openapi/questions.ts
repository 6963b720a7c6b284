import { type Option, questions, schemas as answers } from '@kithline/metrics';
import { asParameters } from '../asking/as-parameters.ts';
import { questionRoutes } from '../questions/routes.ts';
import { definitions } from './definitions.ts';
import { problems } from './commands.ts';
import { content, parameter, type Part, refTo } from './schema.ts';
import { exampleOfAnswer, tell } from './tell.ts';

type Name = keyof typeof questions;

/** The options of a question by their names, as parameters; those in the path first. */
export function parametersOf(name: Name, inPath: readonly string[] = []): Part[] {
  const options = Object.entries(questions[name].options as Readonly<Record<string, Option>>);
  return [...options.map(([option, told]) => parameterOf(option, told, inPath.includes(option))), waitFor];
}

const waitFor = parameter('query', 'wait-for', {
  description: 'Answer once everything up to this position is seen, such as what a command just recorded; after some seconds 503.',
  schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  example: 42,
});

function parameterOf(name: string, option: Option, inPath: boolean): Part {
  const only = Object.entries(option.only ?? {}).map(([other, values]) => ` Only with ${other} ${values.join(' or ')}.`);
  const help = asParameters(option.help);
  const description = `${help[0]?.toUpperCase()}${help.slice(1)}.${only.join('')}`;
  const example = option.many ? option.example.split(',') : valueOf(option);
  const told = parameter(inPath ? 'path' : 'query', name, {
    description,
    schema: schemaOf(option),
    example,
    required: inPath || option.required === true,
  });
  return option.only ? { ...told, 'x-only-with': option.only } : told;
}

function valueOf({ kind, example }: Option): unknown {
  if (kind === 'flag') return true;
  return kind === 'number' ? Number(example) : example;
}

function schemaOf(option: Option): Part {
  const one = oneOf(option);
  if (option.many) return { type: 'array', items: one, minItems: 1 };
  return option.default === undefined || option.kind === 'flag' ? one : { ...one, default: option.default };
}

function oneOf({ kind, values, later, pattern, least, most }: Option): Part {
  if (kind === 'flag') return { type: 'boolean', default: false };
  if (kind === 'number') return { type: 'integer', minimum: least, maximum: most };
  if (kind === 'instant') return { type: 'string', format: 'date-time' };
  if (kind.startsWith('choice'))
    return { type: 'string', enum: values, ...(later && { description: `Not answered yet: ${later.join(', ')}.` }) };
  return { type: 'string', minLength: 1, ...(pattern !== undefined && { pattern }) };
}

/** The schema of an answer, by its name in the document. */
export const answerName = (name: string): string => `Answer-${name}`;

export function answerSchemas(): Part {
  const events = {
    time: ['When it happened.', '2026-03-02T10:00:00Z'],
    id: ['The stored id.', '368d1598-067d-5272-a3d4-b2de4975823e'],
  } as const;
  return Object.fromEntries(
    Object.entries(answers).map(([name, schema]) => [answerName(name), tell(schema, name === 'events' ? events : {})]),
  );
}

/** A whole answer as an example. */
export const answerExample = (name: string): Part => exampleOfAnswer(answerSchemas()[answerName(name)] as Part);

export function questionPaths(): Part {
  return Object.fromEntries(questionRoutes.map(({ question, path }) => [`/v1/${path}`, { get: operationOf(question, path) }]));
}

function operationOf(question: Name, path: string): Part {
  const { summary, example } = questions[question];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
  const everybody = question === 'introduced' && inPath.length === 0;
  return {
    operationId: everybody ? 'introduced-all' : question,
    summary,
    description: `${definitions[question]} At the command line: \`${example}\`.`,
    tags: ['questions'],
    parameters: parametersOf(question, inPath).filter(
      ({ name }) => !(question === 'introduced' && name === (everybody ? 'person' : 'all')),
    ),
    responses: {
      200: {
        description: 'The answer.',
        headers: { 'Kithline-Position': refTo('headers', 'Kithline-Position'), 'X-Correlation-Id': refTo('headers', 'X-Correlation-Id') },
        content: content('application/json', refTo('schemas', answerName(question)), answerExample(question)),
      },
      ...problems('400', '404', '429', '503'),
    },
  };
}
