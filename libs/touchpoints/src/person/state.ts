import { withEntry } from '../decider/collections.ts';
import type { Id, PersonId } from '../ids.ts';
import type { OutcomeMeasured, PersonFact } from './events.ts';

export type Person = Readonly<{
  measured: ReadonlyMap<Id, OutcomeMeasured['data']>;
  /** For every id ever merged into this one: how many of its merges are not reversed. */
  merged: ReadonlyMap<PersonId, number>;
}>;

export const initial = (): Person => ({ measured: new Map(), merged: new Map() });

export function evolve(person: Person, { type, data }: PersonFact): Person {
  switch (type) {
    case 'OutcomeMeasured':
      return { ...person, measured: withEntry(person.measured, data.measurementId, data) };
    case 'PersonsMerged':
      return { ...person, merged: withEntry(person.merged, data.mergedId, (person.merged.get(data.mergedId) ?? 0) + 1) };
    case 'MergeReversed':
      return { ...person, merged: withEntry(person.merged, data.mergedId, Math.max(0, (person.merged.get(data.mergedId) ?? 0) - 1)) };
  }
}
