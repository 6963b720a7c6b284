import { hidden, share } from '../../testing/answers.ts';
import { cellWords } from './cell-words.ts';

describe('A cell in words', () => {
  it.each([
    [share(80, 100), 'All, month 3: 80 of 100 came back, 80.0 % (95 % interval 75.0 – 85.0 %).'],
    [share(80, 100, 25), 'All, month 3: 80 of 100 came back, 80.0 % (95 % interval 75.0 – 85.0 %); not over yet for 25 people.'],
    [share(0, 0, 25), 'All, month 3: not over yet for 25 people.'],
    [share(0, 0), 'All, month 3: nobody to count.'],
    [hidden, 'All, month 3: hidden, since it would tell of too few persons.'],
  ])('says whose it is, what was counted and what was left out: %#', (cell, words) => {
    expect(cellWords(cell, 'All', 'Month 3')).toBe(words);
  });
});
