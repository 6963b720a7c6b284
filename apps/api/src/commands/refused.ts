import type { RevisionConflict } from '@kithline/log';
import { Problem, type ProblemJson, toProblem } from '@kithline/network';
import type { Wish } from './perform.ts';
import { ofTheCommand } from './read-command.ts';

/** The stream is at another revision than the command was decided on; `revision` is where it is now. */
export class StaleRevision extends Problem {
  readonly revision: number;

  constructor({ actual }: RevisionConflict, expected: number | string | undefined) {
    const revision = actual === 'no-stream' ? -1 : actual;
    const now = revision < 0 ? 'nothing was recorded there yet' : `it is at revision ${revision} now`;
    if (expected === undefined) super('conflict', 'revision_conflict', `Others wrote this all the time; ${now}: send the command again`);
    else super('preconditionFailed', 'stale_revision', `If-Match names revision ${expected}; ${now}: look what happened and decide anew`);
    this.revision = revision;
  }

  override toJSON(): ProblemJson & Readonly<{ revision: number | null }> {
    return { ...super.toJSON(), revision: this.revision < 0 ? null : this.revision };
  }
}

/** What a failed command is to who sent it; a refusing rule stays what it is. */
export function problemOfCommand(error: unknown, { expected }: Pick<Wish, 'expected'>): unknown {
  switch ((error as Error | undefined)?.name) {
    case 'RevisionConflict':
      return new StaleRevision(error as RevisionConflict, expected);
    case 'InvalidEvent':
      return ofTheCommand(toProblem(error));
    default:
      return error;
  }
}
