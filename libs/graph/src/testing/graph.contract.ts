import { appliesChanges } from './applying.contract.ts';
import { attributesIntroductions } from './attribution.contract.ts';
import { followsChains } from './chain.contract.ts';
import { obeysConsent } from './consent.contract.ts';
import { countsConversions } from './conversions.contract.ts';
import { groupsUnits } from './grouping.contract.ts';
import { followsIntroductions } from './introduced.contract.ts';
import { measuresLapses } from './lapses.contract.ts';
import { measuresLatencies } from './latencies.contract.ts';
import { variesLatencies } from './latency-variants.contract.ts';
import { standsForMergedIds } from './merging.contract.ts';
import { namesWhoMayBeNamed } from './naming.contract.ts';
import { pairsOutcomes } from './outcomes.contract.ts';
import { findsPaths } from './paths.contract.ts';
import { knowsWhoIsThere } from './presence.contract.ts';
import { countsActsOfReferring } from './re-referral-acts.contract.ts';
import { countsReReferrals } from './re-referrals.contract.ts';
import { countsReturns } from './returns.contract.ts';
import { tellsWhatDecidersNeed } from './deciding.contract.ts';
import { type Open, playOn, stageFor } from './stage.ts';

/**
 * What every graph must do, its store and all its questions, said in facts and answers only. Each adapter's spec is one call of this.
 * @param open gives a graph nobody has written to; the one opened last is written to and asked
 */
export function graphContract(name: string, open: Open): void {
  const stage = stageFor(open);
  describe(name, () => {
    describe('when changes are applied', () => appliesChanges(open));
    describe('asked by who decides', () => tellsWhatDecidersNeed(playOn(open)));
    describe('asked who is there', () => knowsWhoIsThere(stage));
    describe('asked for the introducer of a person', () => attributesIntroductions(stage));
    describe('asked for the representative of merged ids', () => standsForMergedIds(stage));
    describe('asked for what consent covers', () => obeysConsent(stage));
    describe('asked for those who may be named, who', () => namesWhoMayBeNamed(stage));
    describe('asked for an introducer chain', () => followsChains(stage));
    describe('asked for the tree of introductions', () => followsIntroductions(stage));
    describe('asked for a path', () => findsPaths(stage));
    describe('asked for returns', () => countsReturns(stage));
    describe('asked for lapses', () => measuresLapses(stage));
    describe('asked for the latency of a referral', () => measuresLatencies(stage));
    variesLatencies(stage);
    describe('asked for groups', () => groupsUnits(stage));
    countsReReferrals(stage);
    countsActsOfReferring(stage);
    countsConversions(stage);
    describe('asked for outcome change after an engagement', () => pairsOutcomes(stage));
  });
}
