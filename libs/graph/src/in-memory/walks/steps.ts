import type { PathQuestion } from '../../questions/walks.ts';
import type { Derived } from '../derived.ts';
import type { Introductions } from '../introductions.ts';
import type { Adjacency } from './adjacency.ts';
import { type Links, networkOf } from './network.ts';

/** The rows of a path's edges, by the kind of link they are. */
export type EdgeRow = Readonly<{ over: PathQuestion['over'][number]; row: number }>;

/** The hops that a question allows at V (METRICS C20): which links, which kinds, which way, open now or ever. */
export class Steps {
  readonly #derived: Derived;
  readonly #question: PathQuestion;
  readonly #links: readonly (readonly [EdgeRow['over'], Links])[];
  readonly #kinds: ReadonlySet<number> | undefined;
  readonly #introductions: Introductions;

  constructor(derived: Derived, question: PathQuestion) {
    const network = networkOf(derived);
    this.#derived = derived;
    this.#question = question;
    this.#links = question.over.map((over) => [over, network.links(over)]);
    const { words } = derived.journal.tables;
    this.#kinds = question.kinds && new Set(question.kinds.map((kind) => words.find(kind)).filter((word) => word >= 0));
    this.#introductions = network.introductions;
  }

  /** Everybody one hop on (`forward`) or one hop back; somebody may be visited more than once. Whether a hop is open is known at its ends. */
  from(person: number, forward: boolean, visited: (neighbour: number) => void): void {
    const { onWalk } = this.#derived;
    onWalk?.(person);
    const visit = onWalk ? (neighbour: number): void => (onWalk(neighbour), visited(neighbour)) : visited;
    for (const [over, links] of this.#links) {
      if (forward || this.#question.undirected) this.#walk(over, links.out, person, visit);
      if (!forward || this.#question.undirected) this.#walk(over, links.in, person, visit);
    }
  }

  /** All parallel edges of one hop, in order of time and then of their ids. */
  between(from: number, to: number): readonly EdgeRow[] {
    const found: EdgeRow[] = [];
    for (const [over, links] of this.#links) {
      this.#walk(over, links.out, from, (neighbour, row) => neighbour === to && found.push({ over, row }));
      if (this.#question.undirected) this.#walk(over, links.in, from, (neighbour, row) => neighbour === to && found.push({ over, row }));
    }
    const { at } = this.#derived.journal;
    const distinct = found.filter(({ over, row }, i) => found.findIndex((edge) => edge.over === over && edge.row === row) === i);
    return distinct.sort((a, b) => at[a.row]! - at[b.row]! || this.#compareIds(a, b));
  }

  #walk(
    over: EdgeRow['over'],
    { offsets, neighbours, rows }: Adjacency,
    person: number,
    visit: (neighbour: number, row: number) => void,
  ): void {
    for (let i = offsets[person]!; i < offsets[person + 1]!; i++) {
      if (this.#isOpen(over, rows[i]!)) visit(neighbours[i]!, rows[i]!);
    }
  }

  #isOpen(over: EdgeRow['over'], row: number): boolean {
    const { journal } = this.#derived;
    const { validAt, ever } = this.#question;
    if (journal.at[row]! > validAt) return false;
    if (over !== 'introductions') return true;
    if (this.#kinds && !this.#kinds.has(journal.word[row]!)) return false;
    return !this.#introductions.isDeclined(journal.subject[row]!, validAt) && (ever || !(journal.detailOf(row) <= validAt));
  }

  #compareIds(a: EdgeRow, b: EdgeRow): number {
    const { journal } = this.#derived;
    if (a.over !== b.over) return a.over < b.over ? -1 : 1;
    return journal.tables[a.over].compare(journal.subject[a.row]!, journal.subject[b.row]!);
  }
}
