/** One field of a question or a file that is wrong. */
export type FieldError = Readonly<{ field: string; message: string }>;

/** RFC 9457: what every door answers when it cannot answer (QUESTIONS, errors). */
export type ProblemJson = Readonly<{ title: string; status: number; code: string; detail: string; errors: readonly FieldError[] }>;

/** The command ends with one of these (README, reference). */
export const exitCodes = { ok: 0, failed: 1, refused: 2, rejectedLines: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

type Kind = Readonly<{ status: number; title: string; exit: ExitCode }>;

const kinds = {
  badRequest: { status: 400, title: 'The command cannot be understood', exit: exitCodes.refused },
  notFound: { status: 404, title: 'There is no such thing', exit: exitCodes.refused },
  conflict: { status: 409, title: 'This does not go with what is there', exit: exitCodes.refused },
  failed: { status: 500, title: 'The command failed', exit: exitCodes.failed },
} satisfies Record<string, Kind>;

/** A command that ends without an answer. `code` is stable, `detail` is for people. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: string;
  readonly kind: Kind;
  readonly errors: readonly FieldError[];
  constructor(kind: keyof typeof kinds, code: string, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.code = code;
    this.kind = kinds[kind];
    this.errors = errors;
  }

  toJSON(): ProblemJson {
    const { title, status } = this.kind;
    return { title, status, code: this.code, detail: this.message, errors: this.errors };
  }
}
