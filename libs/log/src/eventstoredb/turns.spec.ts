import { InTurn } from './in-turn.ts';
import { Turns } from './turns.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

describe('Turns', () => {
  it('let in so many at a time, in the order they came, failing or not', async () => {
    const turns = new Turns({ underWay: 3, unsent: 3 });
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

  it('let in only so many that were not sent yet, though more may be under way', async () => {
    const turns = new Turns({ underWay: 10, unsent: 2 });
    const begun: (() => void)[] = [];
    const ends: (() => void)[] = [];
    const work = (sent: () => void) => new Promise<void>((end) => void (begun.push(sent), ends.push(end)));
    const all = Promise.all(Array.from({ length: 20 }, () => turns.take(work)));
    expect(begun).toHaveLength(2);
    begun[0]!();
    begun[0]!(); // to say so twice makes no more room
    await soon();
    expect(begun).toHaveLength(3);
    ends[1]!(); // what has ended was sent, or never will be
    await soon();
    expect(begun).toHaveLength(4);
    for (let i = 0; i < 20; i++) {
      begun[i]?.();
      await soon();
    }
    expect(begun).toHaveLength(11); // one has ended, ten are under way
    for (let i = 0; i < 20; i++) {
      ends[i]?.();
      begun[i]?.();
      await soon();
    }
    await all;
    expect(begun).toHaveLength(20);
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
