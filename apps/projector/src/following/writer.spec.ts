import { InMemoryEventLog } from '@kithline/log';
import { rebuiltFingerprint } from '@kithline/projection';
import { InMemoryGenerations } from '../testing/in-memory-generations.ts';
import { joined, running, until } from '../testing/running.ts';

const people = (count: number) => Array.from({ length: count }, (_, i) => joined(`p${i}`));
const failure = (code: string): Error => Object.assign(new Error(`it is ${code}`), { name: 'GraphUnavailable', code });
const graphThatTakes = (events: number, code: string): InMemoryGenerations => {
  const generations = new InMemoryGenerations();
  generations.tooMuch = { events: events + 1, failure: failure(code) };
  return generations;
};

describe('A batch that is too much for the graph', () => {
  it.each(['too-large', 'timed-out'])(
    'is halved until it is not, when it is %s',
    async (code) => {
      const { log, generations, heard, standing, stop } = running(new InMemoryEventLog(), graphThatTakes(7, code));
      await log.record(people(60));
      await until(() => standing.position === 60);
      await stop();
      expect(await generations.store(1).fingerprint()).toBe(await rebuiltFingerprint(log, 60));
      expect(heard).toContainEqual(expect.stringMatching(/^waiting: \d+ events at once are too much for the graph, \d+ come next: it is/));
    },
    20_000,
  );

  it('is halved in a rebuild as well', async () => {
    const { log, generations, order, standing, stop } = running();
    await log.record(people(60));
    await until(() => standing.position === 60);
    generations.tooMuch = { events: 20, failure: failure('too-large') };
    expect(await order({ rebuild: { accept: false } })).toMatchObject({ rebuilt: { generation: 2, position: 60, switched: true } });
    await stop();
  }, 20_000);

  it('ends the process when it is one event, again and again, which it names', async () => {
    const { log, done } = running(new InMemoryEventLog(), graphThatTakes(0, 'timed-out'));
    await log.record(people(2));
    await expect(done).rejects.toThrow('the event at position 1 alone is too much for the graph: it is timed-out');
  }, 20_000);
});
