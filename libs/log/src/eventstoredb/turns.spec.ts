import { InTurn } from './in-turn.ts';
import { Turns } from './turns.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

describe('Turns', () => {
  it('let in so many at a time, in the order they came, failing or not', async () => {
    const turns = new Turns(3);
    const begun: number[] = [];
    let [now, most] = [0, 0];
    const work = (i: number) => async () => {
      begun.push(i);
      most = Math.max(most, ++now);
      await soon();
      now--;
      if (i % 2) throw new Error('odd');
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => turns.take(work(i))));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(begun.map((i) => i % 2 === 0));
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3]);
  });

  it('are taken one after the other on the same thing, failing or not, and at once on others', async () => {
    const inTurn = new InTurn();
    const said: string[] = [];
    const work = (name: string, thing: string) =>
      inTurn.on(thing, async () => {
        said.push(`${name} begins`);
        await soon();
        said.push(`${name} ends`);
        if (name === 'a1') throw new Error('a1');
      });
    await Promise.allSettled([work('a1', 'a'), work('a2', 'a'), work('b1', 'b')]);
    expect(said).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins', 'b1 ends', 'a2 ends']);
  });
});
