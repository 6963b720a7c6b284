import type { Kind } from './kind.ts';

/** An option of a question, told once: the command line and the api build their parsers, help and descriptions from it. */
export type Option<T = unknown> = Kind<T> &
  Readonly<{
    help: string;
    /** A value as one would type it. */
    example: string;
    /** The value when nothing is given, as one would type it. Without one the value is then undefined. */
    default?: string;
    required?: boolean;
    /** Named by its place on the command line, by its name over HTTP. */
    positional?: boolean;
    /** Only with these values of another option. */
    only?: Readonly<Record<string, readonly string[]>>;
  }>;

type Text = Readonly<{ help: string; example: string; positional?: boolean; only?: Option['only'] }>;

/** An option that need not be given and has no default. */
export const optional = <T>(kind: Kind<T>, text: Text): Option<T | undefined> => ({ ...kind, ...text });

/** An option that stands for `value` when it is not given. */
export const defaulted = <T>(kind: Kind<T>, value: string, text: Omit<Text, 'example'> & { example?: string }): Option<T> => ({
  ...kind,
  example: value,
  ...text,
  default: value,
});

/** An option that must be given. */
export const required = <T>(kind: Kind<T>, text: Text): Option<T> => ({ ...kind, ...text, required: true });

/** Options by the names they are spelled with. */
export type Options = Readonly<Record<string, Option>>;

/** What a set of options reads to. */
export type Values<O extends Options> = { readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never };
