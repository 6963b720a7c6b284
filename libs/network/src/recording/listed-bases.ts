import type { EventLog } from '@kithline/log';
import { coreType } from '@kithline/touchpoints';

/** A basis as its last event left it. */
export type ListedBasis = Readonly<{
  basisId: string;
  source: string;
  purposes: readonly string[];
  statement: string;
  inForce: boolean;
  position: number;
}>;

/** Every basis that was declared. */
export async function basesIn(log: EventLog): Promise<readonly ListedBasis[]> {
  const bases = new Map<string, ListedBasis>();
  for await (const page of log.readAll()) {
    for (const { event, position } of page) {
      if (!event.subject.startsWith('consent-basis/')) continue;
      const data = event.data as Omit<ListedBasis, 'inForce' | 'position'>;
      bases.set(data.basisId, { ...data, inForce: coreType(event.type) === 'ConsentBasisDeclared', position });
    }
  }
  return [...bases.values()];
}
