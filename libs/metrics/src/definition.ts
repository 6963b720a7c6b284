import { hash } from 'node:crypto';

type Json = string | number | boolean | null | undefined | readonly Json[] | Readonly<{ [name: string]: Json }>;

/** What a figure means: the metric, the version of its definition (raised by hand whenever a golden vector changes), its parameters. */
export type Definition = Readonly<{ metric: string; version: number; parameters: Readonly<Record<string, Json>> }>;

/**
 * The canonical JSON of a value (RFC 8785): names sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes
 * them. Names without a value are left out.
 */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const names = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** SHA-256, in hexadecimal, of a definition in canonical JSON (METRICS C0.12): equal hashes mean the same question of the same product. */
export function definitionHash(definition: Definition): string {
  const known = hashes.get(definition);
  if (known !== undefined) return known;
  const made = hash('sha256', canonicalJson(definition));
  hashes.set(definition, made);
  return made;
}

/** Told with every answer, though the definition of a walk never changes. */
const hashes = new WeakMap<Definition, string>();
