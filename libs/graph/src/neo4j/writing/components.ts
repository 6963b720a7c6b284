import type { GraphFact } from '../../graph-fact.ts';
import { resized, roomFor } from '../../in-memory/columns.ts';
import type { Journal } from '../../in-memory/journal.ts';
import { type Server, whole } from '../server.ts';

/** How many persons are asked for at once. */
const PAGE = 50_000;

/**
 * Who could ever be connected with whom: persons between whom an introduction was recorded, whichever way and whenever, or who were merged, in
 * groups. Kept in the graph as a forest: who has the same root may be connected, who has not certainly is not, which a search could only
 * tell by looking at everybody. The smaller group goes under the larger, so no way to a root is long; groups are never taken apart.
 */
export class Components {
  /** By number of the person; a root is its own. */
  #under = new Int32Array(0);
  #size = new Int32Array(0);
  #count = 0;

  /** As they stand in the graph: in which order groups were united cannot be seen from the facts. */
  static async read(server: Server, g: unknown, journal: Journal): Promise<Components> {
    const { persons } = journal.tables;
    const components = new Components();
    components.#reserve(persons.count);
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows = await server.read('components/page', { g, after, most: whole(PAGE) });
      for (const { id, under } of rows) if (under !== null) components.#under[persons.find(id as string)] = persons.find(under as string);
      after = rows.length < PAGE ? undefined : (rows.at(-1)!['id'] as string);
    }
    for (let person = 0; person < persons.count; person++) {
      const root = components.#root(person);
      if (root !== person) components.#size[root]!++;
    }
    return components;
  }

  /** Goes on with a batch. @returns roots, each with the one that it is put under */
  advance(journal: Journal, facts: readonly GraphFact[]): readonly Readonly<{ root: string; under: string }>[] {
    const { persons } = journal.tables;
    this.#reserve(persons.count);
    return facts.flatMap((fact) => {
      const united = unites(fact);
      const put = united && this.#unite(persons.find(united[0]), persons.find(united[1]));
      return put ? [{ root: persons.text(put.root), under: persons.text(put.under) }] : [];
    });
  }

  #unite(a: number, b: number): Readonly<{ root: number; under: number }> | undefined {
    const roots = [this.#root(a), this.#root(b)].sort((x, y) => this.#size[x]! - this.#size[y]!);
    const [root, under] = roots as [number, number];
    if (root === under) return undefined;
    this.#under[root] = under;
    this.#size[under] = this.#size[under]! + this.#size[root]!;
    return { root, under };
  }

  #root(person: number): number {
    let at = person;
    while (this.#under[at] !== at) at = this.#under[at]!;
    return at;
  }

  #reserve(count: number): void {
    if (count > this.#under.length) {
      this.#under = resized(this.#under, roomFor(count, this.#under.length));
      this.#size = resized(this.#size, this.#under.length);
    }
    for (; this.#count < count; this.#count++) {
      this.#under[this.#count] = this.#count;
      this.#size[this.#count] = 1;
    }
  }
}

function unites(fact: GraphFact): readonly [string, string] | undefined {
  if (fact.type === 'IntroductionMade') return [fact.introducer, fact.introducee];
  return fact.type === 'PersonsMerged' ? [fact.survivor, fact.merged] : undefined;
}
