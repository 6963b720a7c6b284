import type { PersonId } from '@kithline/touchpoints';
import { codeOf } from '../../in-memory/codes.ts';
import { factAt } from '../../in-memory/fact-at.ts';
import type { Journal } from '../../in-memory/journal.ts';
import type { Batch } from '../writing/batch.ts';
import { RowLists } from './row-lists.ts';
import { storyOf, toldTypes } from './story.ts';

/** Whose story a row is told in: persons, by number; and an introduction, -1 for none, by which they came or of which something is said. */
export type Concerned = Readonly<{ code: number; persons: readonly number[]; introduction: number }>;
/** A story as it is written: of whom, what it is now, and the introduction that their first joining names, null where it names none. */
export type Written = Readonly<{ id: PersonId; story: string | null; joinedBy: string | null }>;
type Change = Pick<Batch, 'mark' | 'facts' | 'unsettled' | 'rewritten'>;

const joined = codeOf('MemberJoined');
const made = codeOf('IntroductionMade');
const ofIntroductions: ReadonlySet<number> = new Set([joined, made, codeOf('IntroductionAccepted'), codeOf('IntroductionDeclined')]);
const ofPairs: ReadonlySet<number> = new Set([codeOf('PersonsMerged'), codeOf('MergeReversed')]);
const told: ReadonlySet<number> = new Set(toldTypes.map(codeOf));

/** A longer story is not kept, nor one by an introduction of which more is said, or by which more joined: each word of it would be told to all. */
const MOST = 100;

/** Whom a row concerns as it stands. An introduction is told of whom it brought, and not of whoever made it, who may have made thousands. */
export function concernedBy(journal: Journal, row: number): Concerned {
  const code = journal.type[row]!;
  if (!told.has(code)) return { code, persons: [], introduction: -1 };
  const [person, other] = [journal.person[row]!, journal.other[row]!];
  const persons = code === made ? [other] : ofPairs.has(code) && other !== person ? [person, other] : [person];
  const introduction = ofIntroductions.has(code) ? journal.subject[row]! : -1;
  return { code, persons: persons.filter((number) => number >= 0), introduction };
}

/**
 * The stories of persons, which stand with them in the graph, so that a walk need not look around everybody it meets. A story is made anew
 * from the journal whenever a fact in it comes, changes or goes; it says what is known at the newest position, and so by its positions what
 * was known before. Null where that is too much (`most`): then a walk looks around.
 */
export class Stories {
  readonly #most: number;
  #ofPersons = new RowLists();
  /** Makings and answers, by introduction. */
  #ofIntroductions = new RowLists();
  /** Joinings, by the introduction that they name. */
  #joinings = new RowLists();
  /** Introductions with more than `most` of either: nobody they concern has a story. */
  readonly #crowded = new Set<number>();

  constructor(journal: Journal, most = MOST) {
    this.#most = most;
    this.#extend(journal, 0);
    for (let introduction = 0; introduction < journal.tables.introductions.count; introduction++) this.#judge(introduction);
  }

  /** Goes on with a batch. @returns the stories that are others now, those of new persons among them */
  advance(journal: Journal, { mark, facts, unsettled, rewritten }: Change): readonly Written[] {
    if (rewritten) this.#forget();
    this.#extend(journal, rewritten ? 0 : mark.rows);
    const concerned = [...unsettled, ...facts.map(({ position }) => concernedBy(journal, journal.rowAt(position)))];
    const touched = new Set(concerned.flatMap(({ persons }) => persons));
    for (let person = mark.tables.persons; person < journal.tables.persons.count; person++) touched.add(person);
    for (const introduction of new Set(concerned.map((each) => each.introduction)))
      if (introduction >= 0) for (const person of this.#toldOf(journal, introduction)) touched.add(person);
    return [...touched].map((person) => this.#written(journal, person));
  }

  #written(journal: Journal, person: number): Written {
    const id = journal.tables.persons.text(person);
    const rows = this.#rowsOf(journal, person);
    return rows ? { id, story: tell(journal, rows), joinedBy: joinedBy(journal, rows) } : { id, story: null, joinedBy: null };
  }

  #forget(): void {
    [this.#ofPersons, this.#ofIntroductions, this.#joinings] = [new RowLists(), new RowLists(), new RowLists()];
  }

  #extend(journal: Journal, from: number): void {
    for (let row = from; row < journal.rows; row++) {
      const { code, persons, introduction } = concernedBy(journal, row);
      for (const person of persons) this.#ofPersons.add(person, row);
      if (introduction >= 0) (code === joined ? this.#joinings : this.#ofIntroductions).add(introduction, row);
    }
  }

  /** Whether an introduction was crowded, and whether it is now. */
  #judge(introduction: number): readonly [was: boolean, is: boolean] {
    const was = this.#crowded.has(introduction);
    const is = [this.#ofIntroductions, this.#joinings].some((lists) => lists.of(introduction, this.#most + 1).length > this.#most);
    if (is) this.#crowded.add(introduction);
    else this.#crowded.delete(introduction);
    return [was, is];
  }

  /** What is said of an introduction is told of everybody whom it brought, and who joined by it; of one that stays crowded, of nobody. */
  #toldOf(journal: Journal, introduction: number): readonly number[] {
    const [was, is] = this.#judge(introduction);
    if (was && is) return [];
    const rows = [...this.#ofIntroductions.of(introduction), ...this.#joinings.of(introduction)];
    return rows.flatMap((row) => concernedBy(journal, row).persons);
  }

  /** Everything that is told of a person, in order; undefined where it is too much. */
  #rowsOf(journal: Journal, person: number): readonly number[] | undefined {
    const own = this.#ofPersons.of(person, this.#most + 1);
    const rows = new Set(own);
    for (const row of own) {
      const { introduction } = concernedBy(journal, row);
      if (this.#crowded.has(introduction)) return undefined;
      for (const its of introduction < 0 ? [] : this.#ofIntroductions.of(introduction)) rows.add(its);
    }
    return rows.size > this.#most ? undefined : [...rows].sort((a, b) => a - b);
  }
}

const tell = (journal: Journal, rows: readonly number[]): string =>
  storyOf(
    rows.flatMap((row) => factAt(journal, row) ?? []),
    (source) => journal.tables.sources.find(source),
  );

function joinedBy(journal: Journal, rows: readonly number[]): string | null {
  const [first] = rows.filter((row) => journal.type[row] === joined).sort((a, b) => journal.at[a]! - journal.at[b]!);
  const introduction = first === undefined ? -1 : journal.subject[first]!;
  return introduction < 0 ? null : journal.tables.introductions.text(introduction);
}
