import { type FieldError, Problem } from '@kithline/network';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What the headers of a command say. */
export type Said = Readonly<{ key: string | undefined; expected: number | undefined; causationId: string | undefined }>;

/** 1 to 256 characters that can stand in an event; a header holds no line breaks anyway. */
const line = /^[\x20-\x7e\xa0-\xff]{1,256}$/;

const forms = (
  [
    ['Idempotency-Key', /^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters, best a random UUID'],
    ['If-Match', /^"\d{1,15}"$/, 'must be the ETag of an earlier answer: the revision of the stream in quotes, such as "3"'],
    ['X-Causation-Id', line, 'must have 1 to 256 characters'],
    ['X-Correlation-Id', line, 'must have 1 to 256 characters'],
  ] as const
).map(([field, form, message]) => ({ field, header: field.toLowerCase(), form, message }));

/** @throws Problem with every header that is wrong */
export function readHeaders(headers: Headers): Said {
  const errors: FieldError[] = [];
  for (const { field, header, form, message } of forms) {
    const value = headers[header];
    if (value !== undefined && !form.test(String(value))) errors.push({ field, message });
  }
  if (errors.length > 0) {
    throw new Problem('badRequest', 'invalid_header', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
  }
  const {
    'idempotency-key': key,
    'if-match': match,
    'x-causation-id': causationId,
  } = headers as Readonly<Record<string, string | undefined>>;
  return { key, expected: match === undefined ? undefined : Number(match.slice(1, -1)), causationId };
}
