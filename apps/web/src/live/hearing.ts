import type { EventRow } from '../asking/answer.ts';
import { communityOf, endOf, type Network, type Sources, timesOf } from './network.ts';

/** What was heard for a moment: the events appended, the position that the graph has come to, and whether the log began with them. */
export type Heard = Readonly<{ rows: readonly EventRow[]; position: number; startsAnew: boolean }>;

export const nothingHeard: Heard = { rows: [], position: 0, startsAnew: false };

/** A source that the server has not told to be made up is none: what comes from it may be of people whom there is to protect. */
function joinedBy(known: Sources, { source }: EventRow): Sources {
  const name = source ?? '';
  if (known.madeUp.includes(name) || known.others.includes(name)) return known;
  return { ...known, count: known.count + 1, others: [...known.others, name] };
}

/** A network after what was heard: its newest position, its last day, its sources and its communities move on. They never move back. */
export function hearing(known: Network, { rows, position }: Heard): Network {
  const founded = rows.filter(({ type }) => type === 'CommunityFounded').map(communityOf);
  return {
    ...known,
    newest: Math.max(known.newest, position),
    until: Math.max(known.until, ...timesOf(rows).map(endOf)),
    sources: rows.reduce(joinedBy, known.sources),
    communities: [...known.communities, ...founded.filter(({ id }) => known.communities.every((each) => each.id !== id))],
  };
}
