/**
 * A line that was not imported. The line itself is not repeated: what is refused may be personal text that must not spread, and the
 * line number finds it.
 */
export type Reject = Readonly<{
  line: number;
  /** The first field that is wrong; null when the line as a whole is. */
  field: string | null;
  reason: string;
  /** All fields that are wrong, when there are several. */
  errors?: readonly Readonly<{ field: string; message: string }>[];
}>;

/** The reject of a line with these problems. */
export function rejectOf(line: number, problems: readonly Readonly<{ field: string; message: string }>[]): Reject {
  const [first] = problems;
  const reject = { line, field: first?.field || null, reason: first?.message ?? 'is not valid' };
  return problems.length > 1 ? { ...reject, errors: problems } : reject;
}
