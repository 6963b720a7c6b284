import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { attributionOf } from '../attribution.ts';
import type { Introductions } from '../introductions.ts';
import { type Adjacency, componentsOf, type Edges, into, outOf } from './adjacency.ts';
import { type Scratch, scratchFor } from './search.ts';

const checkedIn = codeOf('CheckedIn');

/** The edges of one kind in both directions; by representative, without self-loops and without anybody erased. */
export type Links = Readonly<{ out: Adjacency; in: Adjacency }>;

/** Everything that can be walked along at K, built when first asked for and kept as long as the graph stands. */
export class Network {
  readonly introductions: Introductions;
  readonly scratch: Scratch;
  readonly #derived: Derived;
  readonly #links = new Map<string, Links>();
  #components: Int32Array | undefined;

  constructor(derived: Derived) {
    this.#derived = derived;
    this.introductions = attributionOf(derived).introductions;
    this.scratch = scratchFor(derived.journal.tables.persons.count);
  }

  links(over: 'introductions' | 'referrals' | 'engagements'): Links {
    const known = this.#links.get(over);
    if (known) return known;
    const edges = this.#edges(over);
    const persons = this.#derived.journal.tables.persons.count;
    const links = { out: outOf(persons, edges), in: into(persons, edges) };
    this.#links.set(over, links);
    return links;
  }

  /** Whether introductions could lead from one person to another, whichever way and whenever: who is not of one component is out of reach. */
  areConnected(from: number, to: number): boolean {
    this.#components ??= componentsOf(this.links('introductions').out);
    return this.#components[from] === this.#components[to];
  }

  #edges(over: 'introductions' | 'referrals' | 'engagements'): Edges {
    if (over === 'introductions') return this.#introductionEdges();
    return over === 'referrals' ? this.#referralEdges() : this.#engagementEdges();
  }

  /** introducer → introducee */
  #introductionEdges(): Edges {
    const { person, other } = this.#derived.journal;
    return (edge) => {
      for (const row of this.introductions.made) if (row >= 0) this.#link(person[row]!, other[row]!, row, edge);
    };
  }

  /** referrer → client → practitioner */
  #referralEdges(): Edges {
    const { person, other, link } = this.#derived.journal;
    return (edge) => {
      for (const row of this.#derived.made) {
        if (row < 0) continue;
        if (link[row]! >= 0) this.#link(link[row]!, person[row]!, row, edge);
        this.#link(person[row]!, other[row]!, row, edge);
      }
    };
  }

  /** Everybody at an engagement with everybody else who was there, both ways; the row is the neighbour's check-in. */
  #engagementEdges(): Edges {
    const guests = this.#guests();
    return (edge) => {
      for (const there of guests.values()) {
        for (const from of there.keys()) for (const [to, row] of there) if (from !== to) edge(from, to, row);
      }
    };
  }

  /** By engagement: who was there, with the row of their earliest check-in. */
  #guests(): Map<number, Map<number, number>> {
    const { journal, identity } = this.#derived;
    const guests = new Map<number, Map<number, number>>();
    for (const row of journal.rowsOf(checkedIn)) {
      const person = journal.person[row]!;
      if (this.#derived.isGone(person, row) || this.#derived.isErased(person)) continue;
      const there = guests.get(journal.subject[row]!) ?? new Map<number, number>();
      guests.set(journal.subject[row]!, there);
      const known = there.get(identity.of[person]!);
      if (known === undefined || journal.at[row]! < journal.at[known]!) there.set(identity.of[person]!, row);
    }
    return guests;
  }

  #link(from: number, to: number, row: number, edge: (from: number, to: number, row: number) => void): void {
    const { identity } = this.#derived;
    const gone = (person: number): boolean => this.#derived.isGone(person, row) || this.#derived.isErased(person);
    if (identity.of[from] !== identity.of[to] && !gone(from) && !gone(to)) edge(identity.of[from]!, identity.of[to]!, row);
  }
}

const networks = new WeakMap<Derived, Network>();

/** The network of a graph, built once. */
export function networkOf(derived: Derived): Network {
  const network = networks.get(derived) ?? new Network(derived);
  networks.set(derived, network);
  return network;
}
