import { Misspelt } from './invalid-option.ts';

/** A kind of value: how one is read from its spelling. */
export type Kind<T> = Readonly<{
  /** What the value is called in help texts and in descriptions of the api. */
  kind: string;
  /** All admissible values, where they can be listed. */
  values?: readonly string[];
  /** Values that are named in QUESTIONS and not answered yet. */
  later?: readonly string[];
  /** Several may be given: separated by commas, or by repeating the option. `read` sees them all. */
  many?: true;
  /** What its spelling looks like, as a regular expression in the words of JSON Schema. Looser than `read` where that cannot be said. */
  pattern?: string;
  /** Of numbers: the least and the most. */
  least?: number;
  most?: number;
  /** @throws Misspelt saying what would be right */
  read: (text: string) => T;
}>;

/** One of a few words. */
export const choice = <const V extends string>(values: readonly V[], later: readonly string[] = []): Kind<V> => ({
  kind: 'choice',
  values,
  ...(later.length > 0 && { later }),
  read: (text) => chosen(text, values, later),
});

function chosen<V extends string>(text: string, values: readonly V[], later: readonly string[]): V {
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  if (later.includes(text)) throw new Misspelt(`"${text}" is not answered yet; ask for ${listed(values)}`);
  throw new Misspelt(`"${text}" must be ${listed(values)}`);
}

/** `a`, `a or b`, `one of a, b, c` */
const listed = (values: readonly string[]): string => (values.length < 3 ? values.join(' or ') : `one of ${values.join(', ')}`);

/** Present or not; its spelling says nothing more. Over HTTP `true` and `false`. */
export const flag: Kind<boolean> = {
  kind: 'flag',
  read: (text) => {
    if (text === '' || text === 'true') return true;
    if (text === 'false') return false;
    throw new Misspelt('takes no value');
  },
};

/** A whole number from 1 to `most`. */
export const countTo = (most: number): Kind<number> => ({
  kind: 'number',
  least: 1,
  most,
  read: (text) => {
    if (!/^[1-9]\d*$/.test(text)) throw new Misspelt(`"${text}" must be a whole number from 1 on`);
    if (Number(text) > most) throw new Misspelt(`"${text}" must be at most ${most}`);
    return Number(text);
  },
});

/** A whole number, one or more. */
export const count = countTo(999_999_999);

/** A whole number, zero too. */
export const atLeastNothing: Kind<number> = {
  kind: 'number',
  least: 0,
  most: 999_999_999_999_999,
  read: (text) => {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw new Misspelt(`"${text}" must be a whole number from 0 on`);
  },
};

/** Any text that is not empty. */
export const word: Kind<string> = {
  kind: 'text',
  read: (text) => {
    if (text !== '') return text;
    throw new Misspelt('must not be empty');
  },
};

/** Several values of one kind. */
export const several = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  ...kind,
  kind: `${kind.kind}, …`,
  many: true,
  pattern: kind.pattern ?? '^[^,]+$',
  read: (text) => text.split(',').map(kind.read),
});
