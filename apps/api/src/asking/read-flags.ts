import { Problem } from '@kithline/network';

/** Switches of a request by name, `true` or `false`, off when not given. @throws Problem with everything else that is there */
export function readFlags<const Name extends string>(query: unknown, ...names: readonly Name[]): Readonly<Record<Name, boolean>> {
  const given = query as Readonly<Record<string, unknown>>;
  const errors = Object.entries(given).flatMap(([field, value]) => {
    if (!(names as readonly string[]).includes(field)) return [{ field, message: `is no parameter here${listed(names)}` }];
    return ['', 'true', 'false'].includes(value as string) ? [] : [{ field, message: 'must be true or false' }];
  });
  if (errors.length === 0)
    return Object.fromEntries(names.map((name) => [name, ['', 'true'].includes(given[name] as string)])) as Record<Name, boolean>;
  throw new Problem('badRequest', 'invalid_option', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
}

const listed = (names: readonly string[]): string => (names.length === 0 ? '; there are none' : `; those are ${names.join(', ')}`);
