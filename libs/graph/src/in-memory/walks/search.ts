import type { Steps } from './steps.ts';

/** One side of the search: how far everybody reached is from its end, and who was reached last. */
type Side = { readonly distance: Map<number, number>; frontier: number[]; depth: number; readonly forward: boolean };

const sideFrom = (person: number, forward: boolean): Side => ({ distance: new Map([[person, 0]]), frontier: [person], depth: 0, forward });

/** Where two searches met: every shortest path has `hops` hops and passes, `near` hops from its beginning, one of `meeting`. */
export type Meeting = Readonly<{ hops: number; near: number; meeting: readonly number[]; fromStart: Distances; fromEnd: Distances }>;
export type Distances = ReadonlyMap<number, number>;

/**
 * Breadth-first from both ends, the smaller frontier first, whole levels at a time, so that everybody on a shortest path is seen.
 * @returns null when no path has at most `maxHops` hops; `exhausted` tells whether there is none at all
 */
export function meet(steps: Steps, from: number, to: number, maxHops: number): { found: Meeting | null; exhausted: boolean } {
  const start = sideFrom(from, true);
  const end = sideFrom(to, false);
  if (from === to) return { found: meetingOf(start, end, [from]), exhausted: true };
  while (start.depth + end.depth < maxHops) {
    const [side, other] = start.frontier.length <= end.frontier.length ? [start, end] : [end, start];
    advance(steps, side);
    if (side.frontier.length === 0) return { found: null, exhausted: true };
    const meeting = side.frontier.filter((person) => other.distance.has(person));
    if (meeting.length > 0) return { found: meetingOf(start, end, meeting), exhausted: true };
  }
  return { found: null, exhausted: false };
}

/** Distances from one person to everybody within reach. */
export function reach(steps: Steps, from: number, maxHops: number): { distance: Distances; exhausted: boolean } {
  const side = sideFrom(from, true);
  while (side.frontier.length > 0 && side.depth < maxHops) advance(steps, side);
  if (side.frontier.length === 0) return { distance: side.distance, exhausted: true };
  const edge = { ...side, distance: new Map(side.distance) };
  advance(steps, edge);
  return { distance: side.distance, exhausted: edge.frontier.length === 0 };
}

function advance(steps: Steps, side: Side): void {
  const next: number[] = [];
  side.depth++;
  for (const person of side.frontier) {
    steps.from(person, side.forward, (neighbour) => {
      if (side.distance.has(neighbour)) return;
      side.distance.set(neighbour, side.depth);
      next.push(neighbour);
    });
  }
  side.frontier = next;
}

const meetingOf = (start: Side, end: Side, meeting: readonly number[]): Meeting => ({
  hops: start.depth + end.depth,
  near: start.depth,
  meeting,
  fromStart: start.distance,
  fromEnd: end.distance,
});

/** For each place of a path the persons who may stand there: those at that distance from one end who lead on to the other. */
export function placesOf(steps: Steps, { hops, near, meeting, fromStart, fromEnd }: Meeting): readonly ReadonlySet<number>[] {
  const places: Set<number>[] = [];
  places[near] = new Set(meeting);
  for (let place = near - 1; place >= 0; place--)
    places[place] = nextTo(steps, places[place + 1]!, false, (at) => fromStart.get(at) === place);
  for (let place = near + 1; place <= hops; place++) {
    places[place] = nextTo(steps, places[place - 1]!, true, (at) => fromEnd.get(at) === hops - place);
  }
  return places;
}

function nextTo(steps: Steps, persons: ReadonlySet<number>, forward: boolean, wanted: (person: number) => boolean): Set<number> {
  const found = new Set<number>();
  for (const person of persons) steps.from(person, forward, (neighbour) => void (wanted(neighbour) && found.add(neighbour)));
  return found;
}
