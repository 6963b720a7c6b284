import { Identity } from './identity.ts';
import { Journal } from './journal.ts';

type Step = readonly ['merge' | 'reverse', survivor: string, merged: string];

/** Who stands for whom after these steps, in order of position. */
function representatives(...steps: Step[]): Record<string, string> {
  const journal = new Journal();
  steps.forEach(([step, survivor, merged], i) =>
    journal.record({ type: step === 'merge' ? 'PersonsMerged' : 'MergeReversed', position: i + 1, at: 0, source: 's', survivor, merged }),
  );
  const { persons } = journal.tables;
  const identity = new Identity(journal);
  return Object.fromEntries(Array.from({ length: persons.count }, (_, p) => [persons.text(p), persons.text(identity.of[p]!)]));
}

describe('The representative of merged ids', () => {
  it('is the survivor that is not itself merged', () =>
    expect(representatives(['merge', 'ben', 'ana'], ['merge', 'cat', 'ben'])).toEqual({ ana: 'cat', ben: 'cat', cat: 'cat' }));

  it('is the smallest id when the merges go in a circle', () =>
    expect(representatives(['merge', 'ben', 'ana'], ['merge', 'ana', 'ben'])).toEqual({ ana: 'ana', ben: 'ana' }));

  it('is everybody for themselves again once the merge is reversed', () =>
    expect(representatives(['merge', 'ben', 'ana'], ['reverse', 'ben', 'ana'])).toEqual({ ana: 'ana', ben: 'ben' }));

  it('loses only the last merge of exactly that pair to a reversal', () =>
    expect(representatives(['merge', 'ben', 'ana'], ['merge', 'ben', 'ana'], ['reverse', 'ben', 'ana'])).toEqual({
      ana: 'ben',
      ben: 'ben',
    }));

  it('does not care about a reversal of a merge that never was', () =>
    expect(representatives(['reverse', 'ana', 'ben'], ['merge', 'ben', 'ana'])).toEqual({ ana: 'ben', ben: 'ben' }));
});
