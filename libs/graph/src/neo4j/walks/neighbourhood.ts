import type { PersonId } from '@kithline/touchpoints';
import { purposeBit } from '@kithline/touchpoints';
import type { GraphFact } from '../../graph-fact.ts';
import { basesOf } from '../../in-memory/bases.ts';
import { Derived } from '../../in-memory/derived.ts';
import { Journal } from '../../in-memory/journal.ts';
import { NamingTable } from '../../in-memory/naming-table.ts';
import type { Naming } from '../../naming.ts';
import { GraphMoved } from '../graph-unavailable.ts';
import type { Standing } from '../reading/checkpoint.ts';
import { type Answered, type Server, whole } from '../server.ts';
import { type About, type Edge, factOfEdge, factOfNode, factsIn } from './facts-in.ts';

/** Whose facts are walked: of which generation, as of which checkpoint, and who may be named; without a naming, by the graph’s own. */
export type Ground = Readonly<{ server: Server; generation: number; standing: Standing; naming: Naming | undefined }>;

/** A person as the server tells of them. */
type Told = Readonly<{ id: PersonId; edges: readonly Edge[]; brought: readonly Edge[]; facts: readonly About[]; covered: readonly Edge[] }>;

const inChain = purposeBit('name_in_chain');

/** The facts around the persons met on a walk, read as they are met; over them the same code decides as over a whole graph. */
export class Neighbourhood {
  readonly #ground: Ground;
  readonly #bases: readonly GraphFact[];
  /** Sources that statements in force cover for being named. */
  readonly #sources: readonly unknown[];
  readonly #brought: boolean;
  readonly #facts = new Map<number, GraphFact>();
  /** One fact a person that only shows from which source they are known: it may be about others of whom nothing was read. */
  readonly #covered = new Map<number, GraphFact>();
  readonly #loaded = new Set<PersonId>();
  readonly #there = new Set<PersonId>();
  /** By person, who may have come by them. */
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

  /** Who may have come by this person: whoever is to be looked at too before it is said who did. */
  candidatesOf(person: PersonId): readonly PersonId[] {
    return this.#candidates.get(person) ?? [];
  }

  /** Reads what decides about these persons. @throws GraphMoved, GraphUnavailable */
  async load(ids: readonly PersonId[]): Promise<void> {
    const { server, generation, standing } = this.#ground;
    const g = whole(generation);
    const asked = { g, ids, sources: this.#sources, brought: this.#brought, position: whole(standing.position) };
    const [row] = await server.read('walks/persons', asked);
    if (!row || (row['turned'] as number) > standing.position)
      throw new GraphMoved(`what was known at ${standing.position} was changed since: ask again`);
    for (const told of row['persons'] as readonly Told[]) this.#add(told);
    for (const id of ids) this.#loaded.add(id);
    const elsewhere = this.#namedElsewhere(row['persons'] as readonly Told[]);
    if (elsewhere.length > 0)
      for (const found of await server.read('walks/named-introductions', { g, ids: elsewhere })) this.#keep(factsIn(found));
  }

  /** Everything read so far. Without `covered`, every fact about the persons read is really about them alone. */
  derived({ covered }: Readonly<{ covered: boolean }> = { covered: true }): Derived {
    const facts = new Map([
      ...(covered ? this.#covered : []),
      ...this.#facts,
      ...this.#bases.map((fact) => [fact.position, fact] as const),
    ]);
    const journal = new Journal();
    for (const person of this.#there) journal.tables.persons.add(person);
    for (const position of [...facts.keys()].sort((a, b) => a - b)) journal.record(facts.get(position)!);
    return new Derived(journal);
  }

  naming(derived: Derived): Naming {
    return this.#ground.naming ?? new NamingTable(derived);
  }

  #add({ id, edges, brought, facts, covered }: Told): void {
    this.#loaded.add(id);
    this.#there.add(id);
    this.#keep([...edges, ...brought].flatMap((edge) => factOfEdge(edge) ?? []));
    this.#keep(facts.map(factOfNode));
    for (const edge of covered) this.#keep([factOfEdge(edge)!], this.#covered);
    this.#candidates.set(
      id,
      brought.map(([, from, to]) => (from === id ? to : from)),
    );
  }

  #keep(facts: readonly GraphFact[], into = this.#facts): void {
    for (const fact of facts) if (fact.position <= this.#ground.standing.position) into.set(fact.position, fact);
  }

  /** Introductions named by a joining that are not among those of the person. */
  #namedElsewhere(persons: readonly Told[]): readonly string[] {
    return persons.flatMap(({ edges }) => {
      const made = edges.filter(([type]) => type === 'INTRODUCED').map(([, , , { introduction }]) => introduction);
      const named = edges.filter(([type]) => type === 'JOINED').map(([, , , { introduction }]) => introduction);
      return named.filter((id): id is string => id !== undefined && !made.includes(id));
    });
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
