import type { EventRow } from '../asking/answer.ts';
import { communityOf, endOf, type Network, timesOf } from './network.ts';

/** What was heard for a moment: the events appended, the position that the graph has come to, and whether the log began with them. */
export type Heard = Readonly<{ rows: readonly EventRow[]; position: number; startsAnew: boolean }>;

export const nothingHeard: Heard = { rows: [], position: 0, startsAnew: false };

/** A network after what was heard: its newest position, its last day, and its communities move on. They never move back. */
export function hearing(known: Network, { rows, position }: Heard): Network {
  const founded = rows.filter(({ type }) => type === 'CommunityFounded').map(communityOf);
  return {
    ...known,
    newest: Math.max(known.newest, position),
    until: Math.max(known.until, ...timesOf(rows).map(endOf)),
    communities: [...known.communities, ...founded.filter(({ id }) => known.communities.every((each) => each.id !== id))],
  };
}
