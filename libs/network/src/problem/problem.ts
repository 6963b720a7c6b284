/** One field of a question, a body or a file that is wrong. */
export type FieldError = Readonly<{ field: string; message: string }>;

/** RFC 9457: what every door answers when it cannot answer (QUESTIONS, errors). */
export type ProblemJson = Readonly<{ title: string; status: number; code: string; detail: string; errors: readonly FieldError[] }>;

/** What there is to refuse with: the HTTP status of each kind, and its title. Which exit code it is the command line decides. */
const kinds = {
  badRequest: { status: 400, title: 'This cannot be understood' },
  forbidden: { status: 403, title: 'This is not allowed here' },
  notFound: { status: 404, title: 'There is no such thing' },
  methodNotAllowed: { status: 405, title: 'This cannot be done here' },
  notAcceptable: { status: 406, title: 'There is no answer in that form' },
  timeout: { status: 408, title: 'This took too long to arrive' },
  conflict: { status: 409, title: 'This does not go with what is there' },
  preconditionFailed: { status: 412, title: 'It has changed in the meantime' },
  tooLarge: { status: 413, title: 'This is too large' },
  unsupported: { status: 415, title: 'This form is not understood' },
  misdirected: { status: 421, title: 'This is addressed to somebody else' },
  unprocessable: { status: 422, title: 'This contradicts an earlier request' },
  preconditionRequired: { status: 428, title: 'A condition is missing' },
  tooManyRequests: { status: 429, title: 'There is too much to do at once' },
  headersTooLarge: { status: 431, title: 'The headers are too large' },
  failed: { status: 500, title: 'The command failed' },
  unavailable: { status: 503, title: 'This is not to be had now' },
} as const satisfies Record<string, Readonly<{ status: number; title: string }>>;

export type ProblemKind = keyof typeof kinds;

/** Something was asked that is not done. `code` is stable, `detail` (the message) is for people. */
export class Problem extends Error {
  override name = 'Problem';
  readonly kind: ProblemKind;
  readonly code: string;
  readonly errors: readonly FieldError[];
  constructor(kind: ProblemKind, code: string, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.errors = errors;
  }

  /** The HTTP status. */
  get status(): number {
    return kinds[this.kind].status;
  }

  toJSON(): ProblemJson {
    const { title, status } = kinds[this.kind];
    return { title, status, code: this.code, detail: this.message, errors: this.errors };
  }
}

/** A problem with one field. */
export const wrongField = (kind: ProblemKind, code: string, { field, message }: FieldError): Problem =>
  new Problem(kind, code, message, [{ field, message }]);
