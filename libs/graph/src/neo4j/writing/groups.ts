import type { GraphFact } from '../../graph-fact.ts';
import { Identity } from '../../in-memory/identity.ts';
import type { Journal } from '../../in-memory/journal.ts';

type Introduction = Extract<GraphFact, { type: 'IntroductionMade' }>;
const isMerge = ({ type }: GraphFact): boolean => type === 'PersonsMerged' || type === 'MergeReversed';
const isIntroduction = (fact: GraphFact): fact is Introduction => fact.type === 'IntroductionMade';

/** Who stands for whom among merged persons, kept current batch by batch. Few are merged, so nearly always there is nothing to do. */
export class Groups {
  /** By id of the person, representatives too. */
  #representatives: ReadonlyMap<string, string>;

  constructor(journal: Journal) {
    this.#representatives = representativesOf(journal);
  }

  /** Goes on with a batch. @returns whose representative is another one now; null for those who are nobody's any more */
  advance(journal: Journal, { facts, rewritten }: Readonly<{ facts: readonly GraphFact[]; rewritten: boolean }>) {
    const before = this.#representatives;
    if (rewritten || facts.some(isMerge)) this.#representatives = representativesOf(journal);
    const now = this.#representatives;
    return [...new Set([...before.keys(), ...now.keys()])]
      .filter((id) => before.get(id) !== now.get(id))
      .map((id) => ({ id, rep: now.get(id) ?? null }));
  }

  get size(): number {
    return this.#representatives.size;
  }

  /** The introductions that lead past the recorded ids, since an end of them is merged: how they run between representatives. */
  between(facts: readonly GraphFact[]): readonly Introduction[] {
    const of = (id: string): string => this.#representatives.get(id) ?? id;
    if (this.size === 0) return [];
    return facts.filter(isIntroduction).flatMap((fact) => {
      const [introducer, introducee] = [of(fact.introducer), of(fact.introducee)];
      const asRecorded = introducer === fact.introducer && introducee === fact.introducee;
      return asRecorded || introducer === introducee ? [] : [{ ...fact, introducer, introducee }];
    });
  }
}

function representativesOf(journal: Journal): ReadonlyMap<string, string> {
  const { persons } = journal.tables;
  const groups = [...new Identity(journal).members];
  return new Map(groups.flatMap(([rep, members]) => members.map((person) => [persons.text(person), persons.text(rep)])));
}
