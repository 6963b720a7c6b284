import type { Steps } from './steps.ts';

/** One side of the search: how far everybody reached is from its end, and who was reached last. */
type Side = { readonly distance: Distances; frontier: number[]; depth: number; readonly forward: boolean };

/** Where two searches met: every shortest path has `hops` hops and passes, `near` hops from its beginning, one of `meeting`. */
export type Meeting = Readonly<{ hops: number; near: number; meeting: readonly number[]; fromStart: Distances; fromEnd: Distances }>;

/** Distances by person, in an array that is used again: a search is a number, and what an earlier one wrote does not count. */
export class Distances {
  #written: Int32Array;
  #distance: Int32Array;
  #search = 0;

  constructor(persons: number) {
    this.#written = new Int32Array(persons);
    this.#distance = new Int32Array(persons);
  }

  begin(person: number): this {
    this.#search++;
    this.set(person, 0);
    return this;
  }
  set(person: number, distance: number): void {
    this.#written[person] = this.#search;
    this.#distance[person] = distance;
  }
  has(person: number): boolean {
    return this.#written[person] === this.#search;
  }
  /** -1 when not reached. */
  get(person: number): number {
    return this.has(person) ? this.#distance[person]! : -1;
  }
}

/** The arrays of one graph's searches. A search is over before the next begins, so two are enough. */
export type Scratch = Readonly<{ start: Distances; end: Distances }>;
export const scratchFor = (persons: number): Scratch => ({ start: new Distances(persons), end: new Distances(persons) });

const sideFrom = (person: number, forward: boolean, distances: Distances): Side => ({
  distance: distances.begin(person),
  frontier: [person],
  depth: 0,
  forward,
});

/**
 * Breadth-first from both ends, the smaller frontier first, whole levels at a time, so that everybody on a shortest path is seen.
 * @returns `found` null when no path has at most `maxHops` hops; `exhausted` tells whether there is none at all
 */
export function meet(
  steps: Steps,
  { start: from, end: to }: Readonly<{ start: number; end: number }>,
  maxHops: number,
  scratch: Scratch,
): { found: Meeting | null; exhausted: boolean } {
  const start = sideFrom(from, true, scratch.start);
  const end = sideFrom(to, false, scratch.end);
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

/** Everybody within reach, by distance. */
export function reach(
  steps: Steps,
  from: number,
  maxHops: number,
  scratch: Scratch,
): { reached: readonly (readonly number[])[]; exhausted: boolean } {
  const side = sideFrom(from, true, scratch.start);
  const reached: (readonly number[])[] = [];
  while (side.frontier.length > 0 && side.depth <= maxHops) {
    reached.push(side.frontier);
    advance(steps, side);
  }
  return { reached, exhausted: side.frontier.length === 0 };
}

function advance(steps: Steps, side: Side): void {
  const next: number[] = [];
  const depth = ++side.depth;
  const { distance } = side;
  const visit = (neighbour: number): void => {
    if (distance.has(neighbour)) return;
    distance.set(neighbour, depth);
    next.push(neighbour);
  };
  for (const person of side.frontier) steps.from(person, side.forward, visit);
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
  for (let place = near - 1; place >= 0; place--) {
    places[place] = nextTo(steps, places[place + 1]!, false, (at) => fromStart.get(at) === place);
  }
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
