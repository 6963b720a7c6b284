import type { Naming } from '../../naming.ts';
import type { Path, PathEdge, PathQuestion, Paths } from '../../questions/walks.ts';
import type { Derived } from '../derived.ts';
import { nameOf } from './ancestry.ts';
import { networkOf } from './network.ts';
import { type Meeting, meet, placesOf, reach, type Scratch } from './search.ts';
import { type EdgeRow, Steps } from './steps.ts';

/** Shortest paths, or everybody within reach (METRICS C20). */
export function paths(derived: Derived, question: PathQuestion, naming: Naming): Paths {
  const walker = new PathWalker(derived, question, naming);
  return question.to === undefined ? walker.reached() : walker.paths(question.to);
}

/** A path as far as it has been followed, from its end: paths share their beginnings. */
type Trail = Readonly<{ person: number; length: number; before: Trail | null }>;

function unrolled(partial: Trail): number[] {
  const nodes: number[] = [];
  for (let at: Trail | null = partial; at; at = at.before) nodes.push(at.person);
  return nodes.reverse();
}

const NONE: Paths = { paths: [], reached: [], complete: true };

class PathWalker {
  readonly #derived: Derived;
  readonly #question: PathQuestion;
  readonly #naming: Naming;
  readonly #steps: Steps;
  readonly #maxHops: number;
  readonly #scratch: Scratch;

  constructor(derived: Derived, question: PathQuestion, naming: Naming) {
    this.#derived = derived;
    this.#question = question;
    this.#naming = naming;
    this.#steps = new Steps(derived, question);
    this.#scratch = networkOf(derived).scratch;
    this.#maxHops = question.maxHops ?? Infinity;
  }

  paths(to: string): Paths {
    const [start, end] = [this.#person(this.#question.from), this.#person(to)];
    if (start < 0 || end < 0 || this.#isOutOfReach(start, end)) return NONE;
    const { found, exhausted } = meet(this.#steps, { start, end }, this.#maxHops, this.#scratch);
    if (!found) return { ...NONE, complete: exhausted };
    const most = this.#question.mode === 'shortest' ? 1 : (this.#question.limit ?? Infinity);
    const sequences = this.#sequences(found, start, this.#question.mode === 'shortest' ? 1 : most + 1);
    return {
      paths: sequences.slice(0, most).map((nodes) => this.#path(nodes)),
      reached: [],
      complete: sequences.length <= most,
    };
  }

  /** Known without a search where only introductions are walked, and all of them are there. */
  #isOutOfReach(start: number, end: number): boolean {
    const known = this.#derived.onWalk === undefined && this.#question.over.every((over) => over === 'introductions');
    return known && !networkOf(this.#derived).areConnected(start, end);
  }

  reached(): Paths {
    const start = this.#person(this.#question.from);
    if (start < 0) return NONE;
    const { reached: levels, exhausted } = reach(this.#steps, start, this.#maxHops, this.#scratch);
    const inOrder = levels.flatMap((level, hops) => this.#inOrder(level).map((person) => ({ person: this.#name(person), hops })));
    const most = this.#question.limit ?? Infinity;
    const reached = inOrder.slice(0, most).map(({ person, hops }) => ({ person, masked: person === null, hops }));
    return { paths: [], reached, complete: exhausted && inOrder.length <= most };
  }

  /** Byte order of ids, those who may not be named last. */
  #inOrder(persons: readonly number[]): number[] {
    const { persons: table } = this.#derived.journal.tables;
    const masked = (person: number): number => Number(this.#name(person) === null);
    return [...persons].sort((a, b) => masked(a) - masked(b) || table.compare(a, b));
  }

  /** Sequences of persons in byte order of their ids, at most `most`. */
  #sequences(found: Meeting, start: number, most: number): number[][] {
    const places = placesOf(this.#steps, found);
    const { persons } = this.#derived.journal.tables;
    const sequences: number[][] = [];
    const open: Trail[] = [{ person: start, length: 1, before: null }];
    for (let partial = open.pop(); partial && sequences.length < most; partial = open.pop()) {
      if (partial.length === places.length) {
        sequences.push(unrolled(partial));
        continue;
      }
      const { person, length } = partial;
      const before = partial;
      const onwards = new Set<number>();
      this.#steps.from(person, true, (neighbour) => void (places[length]!.has(neighbour) && onwards.add(neighbour)));
      for (const next of [...onwards].sort((a, b) => persons.compare(b, a))) open.push({ person: next, length: length + 1, before });
    }
    return sequences;
  }

  #path(nodes: readonly number[]): Path {
    const edges = nodes.slice(1).map((to, i) => {
      const parallel = this.#steps.between(nodes[i]!, to);
      const shown = this.#question.mode === 'shortest' ? parallel.slice(0, 1) : parallel;
      const hidden = this.#name(nodes[i]!) === null || this.#name(to) === null;
      return shown.map((edge) => this.#edge(edge, hidden));
    });
    return { nodes: nodes.map((person) => this.#name(person)), edges };
  }

  #edge({ over, row }: EdgeRow, hidden: boolean): PathEdge {
    const { journal } = this.#derived;
    const { tables } = journal;
    const [word, community] = [journal.word[row]!, journal.community[row]!];
    return {
      id: hidden ? null : tables[over].text(journal.subject[row]!),
      kind: word < 0 ? null : tables.words.text(word),
      at: journal.at[row]!,
      community: community < 0 ? null : tables.communities.text(community),
      coarse: hidden,
    };
  }

  #person(id: string): number {
    const number = this.#derived.journal.tables.persons.find(id);
    return number < 0 ? -1 : this.#derived.identity.of[number]!;
  }

  #name(person: number): string | null {
    return nameOf(this.#derived, this.#naming, person);
  }
}
