import type { Problem } from '../schemas/problem.ts';

/** A value is not an event. `problems` names every field that is wrong, all at once. */
export class InvalidEvent extends Error {
  override name = 'InvalidEvent';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ field, message }) => (field ? `${field} ${message}` : message)).join('; '));
    this.problems = problems;
  }
}
