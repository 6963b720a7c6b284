/**
 * What is wrong with a log: `missing` (there is none), `no-folder`, `not-a-log` (another kind of file, left as it was), `newer-format`,
 * `locked` (another process writes it), `read-only`, `disk-full`, `damaged`, `exists` (a backup overwrites nothing), and of a server:
 * `unavailable` (no answer in time), `denied` (it does not let this user), `too-large` (it takes no append of this size); `failed` (anything else).
 */
export type Trouble =
  | 'missing'
  | 'no-folder'
  | 'not-a-log'
  | 'newer-format'
  | 'locked'
  | 'read-only'
  | 'disk-full'
  | 'damaged'
  | 'exists'
  | 'unavailable'
  | 'denied'
  | 'too-large'
  | 'failed';

/** The log cannot be opened, read or written. Nothing was harmed; the message is one line that says what to do. */
export class LogUnavailable extends Error {
  override name = 'LogUnavailable';
  readonly code: Trouble;
  /** The file, or the address of the server. */
  readonly path: string;
  constructor(code: Trouble, path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.path = path;
  }
}
