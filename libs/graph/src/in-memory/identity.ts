import { codeOf } from './codes.ts';
import type { IdTable } from './id-table.ts';
import type { Journal } from './journal.ts';

const merged = codeOf('PersonsMerged');
const reversed = codeOf('MergeReversed');

/**
 * Who is who at K (METRICS C0.5, DESIGN merges): every recorded id keeps its number, `of` gives the representative. Computed from the
 * merges not undone, so a reversal is exact.
 */
export class Identity {
  /** Representative by person number. */
  readonly of: Int32Array;
  /** All ids of a representative that stands for several. */
  readonly members: ReadonlyMap<number, readonly number[]>;

  constructor(journal: Journal) {
    const { persons } = journal.tables;
    this.of = new Int32Array(persons.count);
    for (let person = 0; person < persons.count; person++) this.of[person] = person;
    this.members = groups(activeMerges(journal), persons, this.of);
  }

  /** The ids a representative stands for, itself included. */
  membersOf(representative: number): readonly number[] {
    return this.members.get(representative) ?? [representative];
  }
}

type Merge = Readonly<{ survivor: number; merged: number }>;

/** The merges in force: a reversal undoes the last one of exactly that pair. */
function activeMerges(journal: Journal): readonly Merge[] {
  const active: Merge[] = [];
  const rows = [...journal.rowsOf(merged), ...journal.rowsOf(reversed)].sort((a, b) => a - b);
  for (const row of rows) {
    const pair = { survivor: journal.person[row]!, merged: journal.other[row]! };
    if (journal.type[row] === merged) active.push(pair);
    else {
      const undone = active.findLastIndex((merge) => merge.survivor === pair.survivor && merge.merged === pair.merged);
      if (undone >= 0) active.splice(undone, 1);
    }
  }
  return active;
}

/** Unites the ids of each connected set of merges under its representative, written into `of`. */
function groups(merges: readonly Merge[], persons: IdTable, of: Int32Array): Map<number, number[]> {
  const root = (person: number): number => {
    let at = person;
    while (of[at] !== at) at = of[at]!;
    return at;
  };
  for (const merge of merges) of[root(merge.merged)] = root(merge.survivor);
  const sets = new Map<number, Set<number>>();
  for (const person of merges.flatMap((merge) => [merge.survivor, merge.merged])) {
    const set = sets.get(root(person)) ?? new Set();
    sets.set(root(person), set.add(person));
  }
  const gone = new Set(merges.map((merge) => merge.merged));
  const result = new Map<number, number[]>();
  for (const set of sets.values()) {
    const members = [...set].sort((a, b) => persons.compare(a, b));
    const representative = members.find((person) => !gone.has(person)) ?? members[0]!;
    for (const person of members) of[person] = representative;
    result.set(representative, members);
  }
  return result;
}
