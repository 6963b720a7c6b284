import type { Naming } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import type { OpenGraph } from '@kithline/graph/testing';
import type { InMemoryEventLog } from '@kithline/log';
import { catchUp } from '@kithline/projection';
import { busyHistories, everyAnswer, everyWalk, logOf, people, storeOf } from '@kithline/projection/testing';
import { neo4jHere } from '@kithline/test-stores/neo4j-here';
import { graphsOf, openGraph } from '@kithline/test-stores/open-graphs';
import type { TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';
import { runs } from './runs.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j agrees with the one in memory (skipped: ${here})`, () => undefined);
else {
  describe('The graph in Neo4j', () => {
    let graphs: Neo4jGraphs;
    /** The same server, seen by somebody who has no columns at hand whatever was asked of the other. */
    let apart: Neo4jGraphs;
    beforeAll(async () => ([graphs, apart] = [await graphsOf(here), await graphsOf(here)]));
    afterAll(async () => void (await Promise.all([graphs.close(), apart.close()])));

    /** Both graphs of a log give the same answer to every question, and hold the same. */
    const agreeOn = async (log: InMemoryEventLog, opened: OpenGraph): Promise<void> => {
      const memory = await storeOf(log);
      const nobody: Naming = { of: () => 'masked' };
      expect(await everyWalk(await opened.graph())).toEqual(await everyWalk(memory.graph()));
      expect(await everyWalk(await apart.graph(nobody))).toEqual(await everyWalk(memory.graph(nobody)));
      expect(await everyAnswer(await opened.graph())).toEqual(await everyAnswer(memory.graph()));
      const [erased, { position }] = [await opened.erased(), await memory.checkpoint()];
      for (const at of [1, Math.ceil(position / 2), position])
        expect(people.map((person) => erased(person, at))).toEqual(people.map((person) => memory.erased()(person, at)));
      for (const person of people) expect((await opened.referralsOf(person)).toSorted()).toEqual(memory.referralsOf(person).toSorted());
      expect(await everyAnswer(await opened.graph(nobody))).toEqual(await everyAnswer(memory.graph(nobody)));
    };
    /** Records the events in pages of these sizes, in turn, and applies each page before the next is recorded. */
    const live = async (log: InMemoryEventLog, opened: OpenGraph, events: readonly TouchpointEvent[], sizes: readonly number[]) => {
      for (let at = 0, page = 0; at < events.length; at += sizes[page++ % sizes.length]!) {
        for (const event of events.slice(at, at + sizes[page % sizes.length]!)) await log.record([event]);
        await catchUp(log, opened.store);
      }
    };
    const fingerprint = (opened: OpenGraph) => (opened.store as ReturnType<Neo4jGraphs['store']>).fingerprint();

    it(
      'gives the answers of the graph in memory, to every question',
      async () =>
        fc.assert(
          fc.asyncProperty(busyHistories, fc.nat(90), async (events, first) => {
            const opened = await openGraph(graphs);
            const log = await logOf([]);
            for (const part of [events.slice(0, first), events.slice(first)]) {
              await live(log, opened, part, [90]);
              await agreeOn(log, opened); // what was read before is gone on with
            }
          }),
          runs,
        ),
      600_000,
    );

    it(
      'holds the same when it is rebuilt, whatever the batches were',
      async () =>
        fc.assert(
          fc.asyncProperty(
            busyHistories,
            fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
            async (events, sizes) => {
              const [fed, rebuilt] = [await openGraph(graphs), await openGraph(graphs)];
              const log = await logOf([]);
              await live(log, fed, events, sizes);
              await catchUp(log, rebuilt.store);
              const memory = await storeOf(log);
              expect(await fingerprint(fed)).toBe(memory.fingerprint());
              expect(await fingerprint(rebuilt)).toBe(memory.fingerprint());
              expect(await everyAnswer(await rebuilt.graph())).toEqual(await everyAnswer(memory.graph()));
            },
          ),
          runs,
        ),
      600_000,
    );
  });
}
