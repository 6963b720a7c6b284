import type { GraphFact } from '@kithline/graph';
import { shapeOf } from '@kithline/touchpoints';

/** The subject of the event that a fact comes from: `member/p-ana`. A fact calls its ids as the event does, less `Id`. */
export function subjectOf(fact: GraphFact): string {
  const { kind, key = '' } = shapeOf(fact.type);
  return `${kind}/${(fact as unknown as Readonly<Record<string, string>>)[key.replace(/Id$/, '')]}`;
}
