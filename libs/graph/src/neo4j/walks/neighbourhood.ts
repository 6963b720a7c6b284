import type { PersonId } from '@kithline/touchpoints';
import { purposeBit } from '@kithline/touchpoints';
import type { GraphFact } from '../../graph-fact.ts';
import { basesOf } from '../../in-memory/bases.ts';
import { Derived } from '../../in-memory/derived.ts';
import { Journal } from '../../in-memory/journal.ts';
import { NamingTable } from '../../in-memory/naming-table.ts';
import type { Naming } from '../../naming.ts';
import { type Standing, unmoved } from '../reading/checkpoint.ts';
import { type Answered, type Parameters, type Server, whole } from '../server.ts';
import { factsOf } from '../stories/story.ts';
import { type About, type Edge, factOfEdge, factOfNode, factsIn } from './facts-in.ts';

/** Whose facts are walked: of which generation, as of which checkpoint, and who may be named; without a naming, by the graph’s own. */
export type Ground = Readonly<{ server: Server; generation: number; standing: Standing; naming: Naming | undefined }>;

/** A person as the server tells of them. */
type Told = Readonly<{
  id: PersonId;
  rep: PersonId;
  edges: readonly Edge[];
  /** Introductions that were made of somebody else as well, or that the person joined by though they were. */
  elsewhere: readonly Edge[];
  /** Who joined by an introduction of theirs, whomever that was made of. */
  joiners: readonly PersonId[];
  facts: readonly About[];
  covered: readonly Edge[];
  coveredFacts: readonly About[];
}>;

/**
 * A person with the position from which on they are known, and their story: null where it would be too long or tell of a crowd, and of somebody
 * of whom nothing was recorded since stories are kept.
 */
type Storied = readonly [id: PersonId, rep: PersonId | null, recorded: number, story: string | null];

/** How many of those above a person are read at once. */
const ABOVE = 40;
const inChain = purposeBit('name_in_chain');

/** The facts around the persons met on a walk, read as they are met; over them the same code decides as over a whole graph. */
export class Neighbourhood {
  readonly #ground: Ground;
  readonly #bases: readonly GraphFact[];
  /** Sources that statements in force cover for being named. */
  readonly #sources: readonly unknown[];
  readonly #brought: boolean;
  readonly #facts = new Map<number, GraphFact>();
  /** Facts that only show from which source persons are known: they may be about others of whom nothing was read. */
  readonly #covered = new Map<number, GraphFact>();
  readonly #loaded = new Set<PersonId>();
  readonly #there = new Set<PersonId>();
  /** By representative, who is to be looked at too. */
  readonly #candidates = new Map<PersonId, readonly PersonId[]>();

  /** `brought`: also whom each person introduced. */
  constructor(ground: Ground, bases: readonly GraphFact[], brought: boolean) {
    this.#ground = ground;
    this.#bases = bases;
    this.#brought = brought;
    this.#sources = ground.naming ? [] : coveredSources(bases);
  }

  /** Whether the person was ever recorded, as far as was read. */
  knows(person: PersonId): boolean {
    return this.#there.has(person);
  }

  /** Whether what decides about the person was read. */
  has(person: PersonId): boolean {
    return this.#loaded.has(person);
  }

  /** Who is to be looked at too before it is said how this person came, and who came by them. */
  candidatesOf(person: PersonId): readonly PersonId[] {
    return this.#candidates.get(person) ?? [];
  }

  /**
   * Reads what decides about these persons, and where it is one, of some who may stand `above` them: of several, those above one would leave
   * no room for another. @throws GraphMoved, GraphUnavailable
   */
  async load(ids: readonly PersonId[], wanted: Readonly<{ above: boolean }> = { above: false }): Promise<void> {
    const above = wanted.above && ids.length === 1;
    const asked = { ids, above, most: whole(ids.length + (above ? ABOVE : 0)) };
    if (this.#brought) await this.#readPersons(asked);
    else {
      const open = await this.#readStories(asked);
      if (open.length > 0) await this.#readPersons({ ids: open, above: false, most: whole(open.length) });
    }
    for (const id of ids) this.#loaded.add(id);
  }

  /** @returns those around whom is to be looked as well: who have no story, and who may be named by something that no story tells */
  async #readStories(asked: Parameters): Promise<readonly PersonId[]> {
    const groups = (await this.#read('walks/stories', asked)) as readonly (readonly Storied[])[];
    const known = groups.flat().filter(([, , recorded]) => recorded <= this.#ground.standing.position);
    for (const [id, rep, , story] of known) if (story !== null) this.#addStory(id, rep ?? id, factsOf(story));
    const masked = this.#maskedSoFar();
    return known.flatMap(([id, , , story]) => (story === null || masked(id) ? [id] : []));
  }

  /** Who is masked as far as was read, while statements cover what may be known of them from elsewhere. */
  #maskedSoFar(): (person: PersonId) => boolean {
    if (this.#sources.length === 0) return () => false;
    const naming = this.naming(this.derived());
    return (person) => naming.of(person) === 'masked';
  }

  async #readPersons(asked: Parameters): Promise<void> {
    const persons = (await this.#read('walks/persons', { ...asked, sources: this.#sources, brought: this.#brought })) as readonly Told[];
    for (const told of persons) this.#add(told);
  }

  async #read(statement: string, asked: Parameters): Promise<unknown> {
    const { server, generation, standing } = this.#ground;
    const [row] = await server.read(statement, { ...asked, g: whole(generation), position: whole(standing.position) });
    return unmoved(row, standing)['persons'];
  }

  /** Every fact about the persons read, which is what they are walked by. */
  derived(): Derived {
    return this.#over(this.#facts);
  }

  /** Who may be named, of those read; `derived` is what they are walked by. */
  naming(derived: Derived): Naming {
    if (this.#ground.naming) return this.#ground.naming;
    return new NamingTable(this.#covered.size === 0 ? derived : this.#over(new Map([...this.#covered, ...this.#facts])));
  }

  #over(facts: ReadonlyMap<number, GraphFact>): Derived {
    const journal = new Journal();
    for (const person of this.#there) journal.tables.persons.add(person);
    for (const fact of [...facts.values(), ...this.#bases].sort((a, b) => a.position - b.position)) journal.record(fact);
    return new Derived(journal);
  }

  #addStory(id: PersonId, rep: PersonId, facts: readonly GraphFact[]): void {
    const others = facts.flatMap((fact) => (fact.type === 'IntroductionMade' && fact.introducee !== id ? [fact.introducee] : []));
    this.#meet(id, rep, others);
    this.#keep(facts);
  }

  #meet(id: PersonId, rep: PersonId, candidates: readonly PersonId[]): void {
    this.#loaded.add(id);
    this.#there.add(id);
    this.#candidates.set(rep, [...(this.#candidates.get(rep) ?? []), ...candidates]);
  }

  #add({ id, rep, edges, elsewhere, joiners, facts, covered, coveredFacts }: Told): void {
    this.#keep([...edges, ...elsewhere].flatMap((edge) => factOfEdge(edge) ?? []));
    this.#keep(facts.map(factOfNode));
    this.#keep([...covered.flatMap((edge) => factOfEdge(edge) ?? []), ...coveredFacts.map(factOfNode)], this.#covered);
    const brought = edges.flatMap(([type, from, to]) =>
      from === id && type === 'INTRODUCED' ? [to] : to === id && type === 'REASSIGNED_TO' ? [from] : [],
    );
    const beside = elsewhere.map(([, , to]) => to);
    this.#meet(id, rep, [...brought, ...beside, ...joiners]);
  }

  #keep(facts: readonly GraphFact[], into = this.#facts): void {
    for (const fact of facts) if (fact.position <= this.#ground.standing.position) into.set(fact.position, fact);
  }
}

function coveredSources(bases: readonly GraphFact[]): readonly unknown[] {
  const journal = new Journal();
  for (const fact of bases) journal.record(fact);
  const masks = basesOf(journal);
  return [...masks.keys()]
    .filter((source) => (masks[source]! & inChain) !== 0)
    .map((source) => whole(Number(journal.tables.sources.text(source))));
}

/** Every statement that covers a source and every revocation, in order. */
export async function readBases({ server, generation, standing }: Ground): Promise<readonly GraphFact[]> {
  const rows: readonly Answered[] = await server.read('walks/bases', { g: whole(generation) });
  return rows
    .flatMap(factsIn)
    .filter(({ position }) => position <= standing.position)
    .sort((a, b) => a.position - b.position);
}
