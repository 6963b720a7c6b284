import type { Id } from '@kithline/touchpoints';

/** An id of which nothing is known at (V, K). Somebody erased is refused in the same words. */
export class Unknown extends Error {
  override name = 'Unknown';
  /** The option that named it. */
  readonly field: string;

  constructor(field: string, what: 'person' | 'community', id: Id) {
    super(`no ${what} "${id}" is known`);
    this.field = field;
  }
}
