import type { Naming } from '../../naming.ts';
import type { Chain, ChainLink, ChainQuestion } from '../../questions/walks.ts';
import type { Derived } from '../derived.ts';
import { Ancestry, type Arrival, arrivalFields, nameOf } from './ancestry.ts';

type Step = Readonly<{ person: number; arrival: Arrival | null }>;

/** Follows attributed introducers up to the root; a loop in imported facts ends the chain, as does an erased person (METRICS C20). */
export function chain(derived: Derived, { validAt, person }: ChainQuestion, naming: Naming): Chain {
  const ancestry = new Ancestry(derived, validAt);
  const asked = ancestry.find(person);
  if (asked < 0) return { representative: null, links: [], cycle: false, cut: false };
  const { steps, cycle, cut } = climb(ancestry, asked);
  const names = steps.map((step) => nameOf(derived, naming, step.person));
  const links = steps.map(({ arrival }, hops) => linkOf(derived, arrival, names, hops));
  return { representative: names.at(-1) ?? null, links, cycle, cut };
}

/** From the root down. */
function climb(ancestry: Ancestry, person: number): { steps: Step[]; cycle: boolean; cut: boolean } {
  const steps: Step[] = [];
  const seen = new Set<number>();
  for (let at = person; ;) {
    seen.add(at);
    const arrival = ancestry.of(at);
    if (!arrival || arrival.gone || seen.has(arrival.introducer)) {
      steps.push({ person: at, arrival: null });
      return { steps: steps.reverse(), cycle: arrival !== null && !arrival.gone, cut: arrival !== null && arrival.gone };
    }
    steps.push({ person: at, arrival });
    at = arrival.introducer;
  }
}

/** The names are those of the whole chain. Written out field by field: spreading objects would cost more than all the rest. */
function linkOf(derived: Derived, arrival: Arrival | null, names: readonly (string | null)[], hops: number): ChainLink {
  const person = names[hops] ?? null;
  const masked = person === null;
  if (!arrival) return { person, masked, hops, introduction: null, at: null, community: null, coarse: false };
  const coarse = masked || names[hops - 1] === null;
  const { introduction, at, community } = arrivalFields(derived, arrival.row, coarse);
  return { person, masked, hops, introduction, at, community, coarse };
}
