import type { Naming } from '../../naming.ts';
import type { Introduced, IntroducedPerson, IntroducedQuestion } from '../../questions/walks.ts';
import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { Ancestry, type Arrival, arrivalFields, nameOf } from './ancestry.ts';

type Child = Readonly<{ person: number; arrival: Arrival }>;
type Placed = Child & Readonly<{ depth: number }>;

const joined = codeOf('MemberJoined');

/** The tree of attributed introductions below a person, or every root with its size (METRICS C20). */
export function introduced(derived: Derived, question: IntroducedQuestion, naming: Naming): Introduced {
  const tree = new IntroductionTree(derived, question.validAt, naming);
  return question.person === undefined ? tree.roots() : tree.below(question.person, question.depth ?? Infinity);
}

class IntroductionTree {
  readonly #derived: Derived;
  readonly #naming: Naming;
  readonly #validAt: number;
  readonly #ancestry: Ancestry;
  readonly #children = new Map<number, Child[]>();
  /** Members and introducers without an introducer of their own. */
  readonly #roots: number[] = [];

  constructor(derived: Derived, validAt: number, naming: Naming) {
    this.#derived = derived;
    this.#naming = naming;
    this.#validAt = validAt;
    this.#ancestry = new Ancestry(derived, validAt);
    const arrivals = derived.identity.of.map((representative, person) => (representative === person ? this.#place(person) : 0));
    arrivals.forEach((hasIntroducer, person) => {
      if (derived.identity.of[person] === person && hasIntroducer === 0 && this.#isMember(person)) this.#roots.push(person);
    });
  }

  below(person: string, deepest: number): Introduced {
    const top = this.#ancestry.find(person);
    const persons = top < 0 ? [] : this.#descend(top, deepest);
    return {
      representative: top < 0 ? null : this.#name(top),
      persons: persons.map((placed) => this.#row(placed)),
      roots: [],
      size: persons.length,
      depth: persons.at(-1)?.depth ?? 0,
    };
  }

  roots(): Introduced {
    const sized = this.#inOrder(this.#roots).map((root) => {
      const persons = this.#descend(root, Infinity);
      const person = this.#name(root);
      return { person, masked: person === null, size: persons.length, depth: persons.at(-1)?.depth ?? 0 };
    });
    const size = sized.reduce((sum, root) => sum + root.size, 0);
    return { representative: null, persons: [], roots: sized, size, depth: sized.reduce((most, root) => Math.max(most, root.depth), 0) };
  }

  /** Puts the person under their introducer; 1 when they have one. */
  #place(person: number): 0 | 1 {
    const arrival = this.#ancestry.of(person);
    if (!arrival || arrival.gone) return 0;
    const children = this.#children.get(arrival.introducer) ?? [];
    this.#children.set(arrival.introducer, children);
    children.push({ person, arrival });
    return 1;
  }

  #isMember(person: number): boolean {
    if (this.#derived.isErased(person)) return false;
    if (this.#children.has(person)) return true;
    const { offsets, code, at } = this.#derived.timelines;
    for (let i = offsets[person]!; i < offsets[person + 1]! && at[i]! <= this.#validAt; i++) if (code[i] === joined) return true;
    return false;
  }

  /** Everybody below, breadth first; in a loop of imported facts everybody once. */
  #descend(top: number, deepest: number): Placed[] {
    const placed: Placed[] = [];
    const seen = new Set([top]);
    for (let level = [top], depth = 1; level.length > 0 && depth <= deepest; depth++) {
      const next = level.flatMap((person) => this.#childrenOf(person)).filter(({ person }) => !seen.has(person) && seen.add(person));
      for (const child of next) placed.push({ ...child, depth });
      level = next.map(({ person }) => person);
    }
    return placed;
  }

  #childrenOf(person: number): Child[] {
    const children = new Map((this.#children.get(person) ?? []).map((child) => [child.person, child]));
    return this.#inOrder([...children.keys()]).map((child) => children.get(child)!);
  }

  /** Byte order of ids, those who may not be named last. */
  #inOrder(persons: readonly number[]): number[] {
    const { persons: table } = this.#derived.journal.tables;
    const masked = (person: number): number => Number(this.#name(person) === null);
    return [...persons].sort((a, b) => masked(a) - masked(b) || table.compare(a, b));
  }

  #row({ person, arrival, depth }: Placed): IntroducedPerson {
    const [name, introducer] = [this.#name(person), this.#name(arrival.introducer)];
    const { at, community, coarse } = arrivalFields(this.#derived, arrival.row, name === null || introducer === null);
    return { person: name, introducer, depth, at, community, masked: name === null, coarse };
  }

  #name(person: number): string | null {
    return nameOf(this.#derived, this.#naming, person);
  }
}
