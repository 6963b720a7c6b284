import type { Raw } from '@kithline/metrics';
import { Bases, Problem, purposesOf, wrongField } from '@kithline/network';
import { together } from '../asking/together.ts';

const known = ['consent-basis', 'purposes'];

/** The basis stated for the sources of what arrives, from the query; undefined when none is. @throws Problem */
export function basesOf(query: Raw, now: () => number): Bases | undefined {
  const [statement, purposes] = together(
    () => statementOf(query['consent-basis']),
    () => purposesOf(listOf(query['purposes']), 'purposes'),
    () => refuseUnknown(query),
  );
  if (statement !== undefined) return new Bases({ statement, purposes }, now);
  if (query['purposes'] === undefined) return undefined;
  throw invalid('purposes', 'say what a basis covers: state the basis with consent-basis');
}

function statementOf(given: Raw[string]): string | undefined {
  if (given === undefined || (typeof given === 'string' && given !== '')) return given;
  throw invalid('consent-basis', 'must state one basis, in words');
}

const listOf = (given: Raw[string]): readonly string[] | undefined =>
  given === undefined
    ? undefined
    : [given]
        .flat()
        .flatMap((text) => String(text).split(','))
        .map((text) => text.trim());

function refuseUnknown(query: Raw): void {
  const errors = Object.keys(query)
    .filter((name) => !known.includes(name))
    .map((field) => ({ field, message: `is no parameter here; those are ${known.join(', ')}` }));
  if (errors.length === 0) return;
  throw new Problem('badRequest', 'invalid_option', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
}

const invalid = (field: string, message: string): Problem =>
  wrongField('badRequest', 'invalid_option', { field, message: `${field} ${message}` });
