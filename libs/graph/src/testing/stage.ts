import type { PersonId, ReferralId } from '@kithline/touchpoints';
import type { GraphStore } from '../graph-store.ts';
import type { ErasedAt, Naming } from '../naming.ts';
import type { ReferralGraph } from '../referral-graph.ts';
import { type Draft, everybody, recorded } from './drafts.ts';

/** A graph that nobody has written to yet, from both sides. What is applied to the store is in every graph that is asked for after that. */
export type OpenGraph = Readonly<{
  store: GraphStore;
  /** The graph as of the checkpoint; under its own naming unless another is given. */
  graph: (naming?: Naming) => Promise<ReferralGraph>;
  /** The referrals made for a person, under whichever of their ids. */
  referralsOf: (person: PersonId) => Promise<readonly ReferralId[]>;
  /** What went with an erasure. */
  erased: () => Promise<ErasedAt>;
}>;
export type Open = () => Promise<OpenGraph>;

/** Plays facts, in this order of arrival, into a graph of their own. */
export type Play = (facts: readonly Draft[]) => Promise<OpenGraph>;

/** Plays facts and gives the graph to be asked. Everybody is named unless another naming is given, or the graph’s `own`. */
export type Stage = (facts: readonly Draft[], naming?: Naming | 'own') => Promise<ReferralGraph>;

/** How facts are played into graphs that are opened so. */
export const playOn =
  (open: Open): Play =>
  async (drafts) => {
    const played = await open();
    const changes = recorded(drafts).map((fact) => ({ change: 'record', fact }) as const);
    await played.store.apply(changes, 0, { position: changes.length, recordedAt: drafts.at(-1)?.at ?? null, ledger: '' });
    return played;
  };

/** The stage for graphs that are opened so. Facts that are asked several questions in a row are played once. */
export function stageFor(open: Open): Stage {
  const play = playOn(open);
  let last: Readonly<{ facts: string; played: OpenGraph }> | undefined;
  return async (drafts, naming = everybody) => {
    const facts = JSON.stringify(drafts);
    if (last?.facts !== facts) last = { facts, played: await play(drafts) };
    return last.played.graph(naming === 'own' ? undefined : naming);
  };
}
