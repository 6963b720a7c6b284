import { type FieldError, Problem } from '@kithline/network';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What the headers of a command say. */
export type Said = Readonly<{ key?: string; expected?: number; causationId?: string }>;

/** 1 to 256 characters that can stand in an event; a header holds no line breaks anyway. */
const line = /^[\x20-\x7e\xa0-\xff]{1,256}$/;

const forms: Readonly<Record<string, readonly [form: RegExp, message: string]>> = {
  'Idempotency-Key': [/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters, best a random UUID'],
  'If-Match': [/^"\d{1,15}"$/, 'must be the ETag of an earlier answer: the revision of the stream in quotes, such as "3"'],
  'X-Causation-Id': [line, 'must have 1 to 256 characters'],
  'X-Correlation-Id': [line, 'must have 1 to 256 characters'],
};

/** @throws Problem with every header that is wrong */
export function readHeaders(headers: Headers): Said {
  const errors: FieldError[] = [];
  for (const [field, [form, message]] of Object.entries(forms)) {
    const value = headers[field.toLowerCase()];
    if (value !== undefined && !form.test(String(value))) errors.push({ field, message });
  }
  if (errors.length > 0) {
    throw new Problem('badRequest', 'invalid_header', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
  }
  const { 'idempotency-key': key, 'if-match': match, 'x-causation-id': causationId } = headers as Readonly<Record<string, string>>;
  return { ...(key && { key }), ...(match && { expected: Number(match.slice(1, -1)) }), ...(causationId && { causationId }) };
}
