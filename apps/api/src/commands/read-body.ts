import { type FieldError, Problem } from '@kithline/network';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import type { CommandBody } from './bodies/command-body.ts';
import { DISGUISE, instanceOf, isObject } from './fields.ts';
import { rememberChecks } from './remember-checks.ts';

rememberChecks();
const strict = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** What is wrong with a body, all of it. No body is an empty one. */
export function problemsOfBody(Body: new () => CommandBody, body: unknown = {}): readonly FieldError[] {
  if (!isObject(body)) return [{ field: '', message: 'the body must be a JSON object' }];
  return [...disguised(body), ...problemsIn(validateSync(instanceOf(Body, body), strict))];
}

/** class-validator is not shown a field of this name, neither of the body nor of what is nested in it. */
function disguised(body: object): FieldError[] {
  const objects = Object.entries({ ...body, '': body }).filter(([, value]) => isObject(value) && Object.hasOwn(value, DISGUISE));
  return objects.map(([within]) => ({ field: [within, DISGUISE].filter(Boolean).join('.'), message: 'is not a field here' }));
}

/** Everything wrong with a command in one answer. */
export const invalidCommand = (errors: readonly FieldError[]): Problem => {
  const told = errors.map(({ field, message }) => `${field} ${message}`.trimStart());
  return new Problem('badRequest', 'invalid_command', told.join('; '), errors);
};

/** `source.kind` for a field within a field. */
const problemsIn = (errors: readonly ValidationError[], within = ''): FieldError[] =>
  errors.flatMap((error) => {
    const field = within + error.property;
    const message = messageOf(error);
    return message === undefined ? problemsIn(error.children ?? [], `${field}.`) : [{ field, message }];
  });

function messageOf({ constraints, target }: ValidationError): string | undefined {
  if (!constraints) return undefined;
  if ('whitelistValidation' in constraints) return `is not a field here; there are ${fieldsOf(target).join(', ')}`;
  const { nestedValidation, ...own } = constraints;
  return Object.values(own)[0] ?? nestedValidation;
}

/** The fields that a class checks. */
export function fieldsOf(target: object | undefined): string[] {
  const type = target?.constructor as (new () => object) | undefined;
  const checks = type ? getMetadataStorage().getTargetValidationMetadatas(type, '', false, false) : [];
  return [...new Set(checks.map(({ propertyName }) => propertyName))].sort();
}
