import type { Instant, PersonId } from '@kithline/touchpoints';
import type { GraphFact } from '../../graph-fact.ts';
import type { Derived } from '../../in-memory/derived.ts';
import { hasOwnFacts } from '../../in-memory/presence.ts';
import { chain } from '../../in-memory/walks/chain.ts';
import { introduced } from '../../in-memory/walks/introduced.ts';
import { paths } from '../../in-memory/walks/paths.ts';
import type { Naming } from '../../naming.ts';
import type { Chain, ChainQuestion, Introduced, IntroducedQuestion, PathQuestion, Paths } from '../../questions/walks.ts';
import { unmoved } from '../reading/checkpoint.ts';
import { type Answered, whole } from '../server.ts';
import type { Community } from '../../referral-graph.ts';
import { communitiesOf } from './communities.ts';
import { type Ground, Neighbourhood, readBases } from './neighbourhood.ts';

/** An answer, and whose names were asked for it. */
type Told<T> = Readonly<{ answer: T; named: ReadonlySet<PersonId> }>;

/**
 * Walks of one graph. Cypher finds persons and the facts that decide about them, several hops at a time; the walk itself is the one of the
 * in-memory graph, over what was read. Whoever it meets and has not been read is read, and it is walked again, until nobody is missing.
 */
export class Walks {
  readonly #ground: Ground;
  #bases: Promise<readonly GraphFact[]> | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  communities(validAt: Instant): Promise<readonly Community[]> {
    return communitiesOf(this.#ground, validAt);
  }

  /** Undefined when what was read does not tell: facts that go with others may, whom only the whole graph knows to be erased or not. */
  async knows(person: PersonId, validAt: Instant): Promise<boolean | undefined> {
    const around = await this.#neighbourhood(false);
    await around.load([person]);
    if (!around.knows(person)) return false;
    const derived = around.derived();
    if (around.naming(derived).of(person) === 'erased' || isErased(derived, person)) return false;
    return hasOwnFacts(derived, person, validAt) || undefined;
  }

  async chain(question: ChainQuestion): Promise<Chain> {
    const around = await this.#neighbourhood(false);
    await around.load([question.person], { above: true });
    const walk = (derived: Derived, naming: Naming): Chain => chain(derived, question, naming);
    return this.#complete(around, walk, { more: (named) => candidates(around, named), above: true });
  }

  /** The tree below a person. */
  async introduced(question: IntroducedQuestion & { person: PersonId }): Promise<Introduced> {
    const around = await this.#neighbourhood(true);
    await around.load([question.person]);
    return this.#complete(around, (derived, naming) => introduced(derived, question, naming), {
      more: (named) => candidates(around, named),
    });
  }

  /** Between two persons, over introductions. */
  async paths(question: PathQuestion & { to: PersonId }): Promise<Paths> {
    if (question.from === question.to) return this.#searched(question);
    const ahead = await this.#shortest(question);
    if (ahead['connected'] !== true) return { paths: [], reached: [], complete: true };
    return (await this.#confirmed(question, ahead['sequences'] as readonly (readonly PersonId[])[])) ?? this.#searched(question);
  }

  /** The server found the shortest sequences there may be; where the walk confirms one of that length, there is none shorter. */
  async #confirmed(question: PathQuestion & { to: PersonId }, found: readonly (readonly PersonId[])[]): Promise<Paths | undefined> {
    if (found.length === 0 || found.length === AHEAD) return undefined;
    const around = await this.#neighbourhood(false);
    await around.load([...new Set([question.from, question.to, ...found.flat()])]);
    const { answer } = this.#told(around, (derived, naming) => {
      derived.onWalk = () => undefined;
      return paths(derived, question, naming);
    });
    return answer.paths[0]?.edges.length === found[0]!.length - 1 ? answer : undefined;
  }

  /** From both ends, a frontier at a time. */
  async #searched(question: PathQuestion & { to: PersonId }): Promise<Paths> {
    const around = await this.#neighbourhood(true);
    await around.load([question.from, question.to]);
    const met = new Set<PersonId>();
    const walk = (derived: Derived, naming: Naming): Paths => {
      met.clear();
      derived.onWalk = (person) => met.add(derived.journal.tables.persons.text(person));
      return paths(derived, question, naming);
    };
    return this.#complete(around, walk, { more: () => [...met] });
  }

  async #shortest({ from, to, validAt, undirected, ever, kinds }: PathQuestion & { to: PersonId }): Promise<Answered> {
    const { server, generation, standing } = this.#ground;
    const asked = { from, to, ever, kinds: kinds ?? null, most: whole(AHEAD) };
    const known = { g: whole(generation), position: whole(standing.position), validAt: whole(Math.min(validAt, Number.MAX_SAFE_INTEGER)) };
    const [row] = await server.read(undirected ? 'walks/shortest-either-way' : 'walks/shortest', { ...asked, ...known });
    return unmoved(row, standing);
  }

  /** Walks until nobody is missing: neither whoever was named, nor whom `more` names beside them. */
  async #complete<T>(
    around: Neighbourhood,
    walk: (derived: Derived, naming: Naming) => T,
    { more, above = false }: Readonly<{ more: (named: ReadonlySet<PersonId>) => readonly PersonId[]; above?: boolean }>,
  ): Promise<T> {
    for (;;) {
      const { answer, named } = this.#told(around, walk);
      const missing = [...new Set([...named, ...more(named)])].filter((person) => !around.has(person));
      if (missing.length === 0) return answer;
      await around.load(missing, { above });
    }
  }

  #told<T>(around: Neighbourhood, walk: (derived: Derived, naming: Naming) => T): Told<T> {
    const derived = around.derived();
    const naming = around.naming(derived);
    const named = new Set<PersonId>();
    const listening: Naming = { of: (person) => (named.add(person), naming.of(person)) };
    return { answer: walk(derived, listening), named };
  }

  async #neighbourhood(brought: boolean): Promise<Neighbourhood> {
    this.#bases ??= readBases(this.#ground).catch((error: unknown) => {
      this.#bases = undefined;
      throw error;
    });
    return new Neighbourhood(this.#ground, await this.#bases, brought);
  }
}

/** How many shortest paths are asked for at once; where there are more, the search itself finds the one that comes first. */
const AHEAD = 64;

const isErased = (derived: Derived, person: PersonId): boolean => derived.isErased(derived.journal.tables.persons.find(person));

const candidates = (around: Neighbourhood, named: ReadonlySet<PersonId>): readonly PersonId[] =>
  [...named].flatMap((person) => around.candidatesOf(person));
