/** One thing wrong in a mapping file, by its place: `events[0].time`. */
export type MappingIssue = Readonly<{ field: string; message: string }>;

/** The mapping cannot be used. Carries everything that is wrong with it, so that it can be put right in one go. */
export class BadMapping extends Error {
  override name = 'BadMapping';
  readonly issues: readonly MappingIssue[];
  constructor(issues: readonly MappingIssue[]) {
    super(issues.map(({ field, message }) => `${field}: ${message}`).join('; '));
    this.issues = issues;
  }
}

/** A place in the mapping, and where its troubles are collected. */
export class Place {
  readonly path: string;
  private readonly found: MappingIssue[];

  constructor(path = '', found: MappingIssue[] = []) {
    this.path = path;
    this.found = found;
  }

  /** The place of a key or an index below this one. */
  at(key: string | number): Place {
    const step = typeof key === 'number' ? `[${key}]` : this.path === '' ? key : `.${key}`;
    return new Place(this.path + step, this.found);
  }

  refuse(message: string): void {
    this.found.push({ field: this.path === '' ? 'mapping' : this.path, message });
  }

  /** @throws BadMapping when anything was refused, here or anywhere else in the mapping. */
  settle(): void {
    if (this.found.length > 0) throw new BadMapping(this.found);
  }

  /** The value as an object with no keys but these; an empty one when it is not (and that is refused). */
  object(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
    if (!isObject(value)) {
      this.refuse('must be an object');
      return {};
    }
    for (const key of Object.keys(value)) if (!keys.includes(key)) this.at(key).refuse(`is not known here; known are ${keys.join(', ')}`);
    return value;
  }

  /** The value as text, undefined when it is absent or is not text (and that is refused). */
  text(value: unknown): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return value;
    this.refuse('must be text that is not empty');
    return undefined;
  }

  /** The value as a list of texts, undefined when it is absent or is not one (and that is refused). */
  texts(value: unknown): readonly string[] | undefined {
    if (value === undefined) return undefined;
    const isText = (item: unknown): item is string => typeof item === 'string' && item !== '';
    if (Array.isArray(value) && value.length > 0 && value.every(isText)) return value;
    this.refuse('must be a list of texts');
    return undefined;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
