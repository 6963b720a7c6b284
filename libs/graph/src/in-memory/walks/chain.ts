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
  const links = steps.reverse().map((step, hops) => linkOf(derived, naming, step, hops));
  return { representative: nameOf(derived, naming, asked), links, cycle, cut };
}

function climb(ancestry: Ancestry, person: number): { steps: Step[]; cycle: boolean; cut: boolean } {
  const steps: Step[] = [];
  const seen = new Set<number>();
  for (let at = person; ;) {
    seen.add(at);
    const arrival = ancestry.of(at);
    if (!arrival || arrival.gone || seen.has(arrival.introducer)) {
      steps.push({ person: at, arrival: null });
      return { steps, cycle: arrival !== null && !arrival.gone, cut: arrival !== null && arrival.gone };
    }
    steps.push({ person: at, arrival });
    at = arrival.introducer;
  }
}

function linkOf(derived: Derived, naming: Naming, { person, arrival }: Step, hops: number): ChainLink {
  const name = nameOf(derived, naming, person);
  const named = { person: name, masked: name === null, hops };
  if (!arrival) return { ...named, introduction: null, at: null, community: null, coarse: false };
  return { ...named, ...arrivalFields(derived, arrival.row, name === null || nameOf(derived, naming, arrival.introducer) === null) };
}
