import type { ErrorObject } from 'ajv';
import { formats } from './formats.ts';
import type { Problem } from './problem.ts';

type Explain = (error: ErrorObject) => string;

const explanations: Readonly<Record<string, Explain>> = {
  required: () => 'is required',
  additionalProperties: ({ parentSchema }) =>
    `is not a field here; there are ${Object.keys((parentSchema?.['properties'] as object | undefined) ?? {}).join(', ')}`,
  type: ({ params }) => `must be ${withArticle(String(params['type']))}`,
  enum: ({ params }) => `must be one of ${(params['allowedValues'] as string[]).join(', ')}`,
  format: ({ params, data }) => formats[String(params['format'])]?.(String(data)) ?? 'has the wrong form',
  pattern: () =>
    'must be a code: at most 64 letters, digits, "_", "." or "-", the first a letter or digit; map free text to a code, it must not enter an event',
  propertyNames: () => 'names a field that no event has',
  minLength: () => 'must not be empty',
  maxLength: ({ params }) => `must have at most ${params['limit']} characters`,
  minimum: ({ params }) => `must not be below ${params['limit']}`,
  minItems: () => 'must not be empty',
  minProperties: () => 'must change something',
  uniqueItems: () => 'must not repeat a value',
};

const withArticle = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);

/** ajv's errors in the words of a sender. A branch of an alternative says more than "none matched". */
export function problemsOf(errors: readonly ErrorObject[]): Problem[] {
  const told = errors.filter(({ keyword, schemaPath }) => keyword !== 'anyOf' && !/anyOf\/1|propertyNames\/pattern/.test(schemaPath));
  return told.map((error) => ({ field: fieldOf(error), message: explanations[error.keyword]?.(error) ?? error.message ?? 'is not valid' }));
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const inner = (params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName']) as string | undefined;
  const path = `data${instancePath}`.replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  return inner === undefined ? path : `${path}.${inner}`;
}
