import type { OptionsOf, QuestionName } from './answer.ts';

/** A question as it is spelled at every door (QUESTIONS.md): its name and its own options. */
export type Question<Name extends QuestionName = QuestionName> = Readonly<{ name: Name; options: Readonly<Record<string, string>> }>;

/** A question whose options the api knows, by its OpenAPI document. */
export const question = <Name extends QuestionName>(
  name: Name,
  options: OptionsOf<Name> & Readonly<Record<string, string>>,
): Question<Name> => ({ name, options });

/** For whom an answer is: what is hidden depends on it. */
export const disclosures = ['none', 'public'] as const;
export type Disclosure = (typeof disclosures)[number];

/** What every question is asked at. Left out, `knownAt` is the newest position. */
export type AskedAt = Readonly<{ validAt: string; knownAt?: number; disclosure: Disclosure; community?: string }>;

/** All options of a question asked at (V, K), in the order in which a person would type them. */
export function optionsAt({ options }: Question, { validAt, knownAt, disclosure, community }: AskedAt): Readonly<Record<string, string>> {
  return {
    ...options,
    ...(community !== undefined && { community }),
    'valid-at': validAt,
    ...(knownAt !== undefined && { 'known-at': String(knownAt) }),
    disclosure,
  };
}

/** What a shell must not touch is put in single quotes. */
const quoted = (text: string): string => (/^[\w.:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The command line that asks it. */
export function commandLine(question: Question, at: AskedAt): string {
  const options = Object.entries(optionsAt(question, at)).map(([name, value]) => `--${name} ${quoted(value)}`);
  return ['kithline', question.name, ...options].join(' ');
}

/** Path and query of the HTTP call that asks it. */
export function pathOf(question: Question, at: AskedAt): string {
  // A query may hold colons and commas as they are, and they are easier to read.
  const query = new URLSearchParams(optionsAt(question, at)).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `/v1/${question.name}?${query}`;
}

/** The HTTP call, to be typed where the page comes from. */
export const curl = (question: Question, at: AskedAt, origin: string): string => `curl ${quotedUrl(`${origin}${pathOf(question, at)}`)}`;

const quotedUrl = (url: string): string => `'${url.replaceAll("'", '%27')}'`;
