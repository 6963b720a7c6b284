import type { Problem } from '@kithline/network';

/** A command ends with one of these (README, reference). */
export const exitCodes = { ok: 0, failed: 1, refused: 2, rejectedLines: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The statuses of what was asked wrongly (QUESTIONS, errors); anything else is a failure. */
const refusals = [400, 404, 409, 422];

export const exitCodeOf = ({ status }: Problem): ExitCode => (refusals.includes(status) ? exitCodes.refused : exitCodes.failed);
