import type { Journal } from '../../in-memory/journal.ts';
import { firstsFrom, type Firsts } from '../../in-memory/presence.ts';
import { whole } from '../server.ts';

/** When everything began and ended, and each community was first heard of, kept current batch by batch. */
export class RunningFirsts {
  #firsts: Firsts = { from: Infinity, to: -Infinity, communities: new Float64Array(0) };

  constructor(journal: Journal) {
    this.#firsts = firstsFrom(journal, 0);
  }

  /** Null where nothing occurred. */
  get span(): Readonly<{ earliest: unknown; latest: unknown }> {
    const { from, to } = this.#firsts;
    return from > to ? { earliest: null, latest: null } : { earliest: whole(from), latest: whole(to) };
  }

  /** Goes on with a batch. @returns rows for the communities whose first instant is another one; `turned` when one of before is among them */
  advance(journal: Journal, batch: Readonly<{ from: number; rewritten: boolean }>) {
    const before = this.#firsts.communities;
    const since = firstsFrom(journal, batch.rewritten ? 0 : batch.from);
    this.#firsts = batch.rewritten ? since : united(this.#firsts, since);
    const { communities } = this.#firsts;
    const moved = [...communities.keys()].filter((community) => communities[community] !== (before[community] ?? Infinity));
    return {
      turned: moved.some((community) => community < before.length),
      rows: moved.map((community) => ({
        id: journal.tables.communities.text(community),
        since: communities[community] === Infinity ? null : whole(communities[community]!),
      })),
    };
  }
}

const united = (a: Firsts, b: Firsts): Firsts => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
  communities: b.communities.map((first, community) => Math.min(first, a.communities[community] ?? Infinity)),
});
