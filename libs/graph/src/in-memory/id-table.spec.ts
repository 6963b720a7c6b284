import fc from 'fast-check';
import { IdTable } from './id-table.ts';

describe('An id table', () => {
  it('numbers strings in order of arrival and gives each one number for ever', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), (texts) => {
        const table = new IdTable();
        const numbers = texts.map((text) => table.add(text));
        const distinct = [...new Set(texts)];
        expect(numbers).toEqual(texts.map((text) => distinct.indexOf(text)));
        expect(distinct.map((_, number) => table.text(number))).toEqual(distinct);
        expect(texts.map((text) => table.find(text))).toEqual(numbers);
      }),
    ));

  it('does not know what it was never given, however often it is asked', () => {
    const table = new IdTable();
    table.add('ana');
    expect([table.find('ben'), table.find('ben'), table.count]).toEqual([-1, -1, 1]);
  });

  it('keeps thousands of ids apart while it grows', () => {
    const table = new IdTable();
    for (let i = 0; i < 20_000; i++) table.add(`person-${i}`);
    expect([table.count, table.text(12_345), table.find('person-19999')]).toEqual([20_000, 'person-12345', 19_999]);
  });

  it('orders by bytes, not by UTF-16 units', () => {
    const table = new IdTable();
    const [private_, emoji] = [table.add('\uE000'), table.add('😀')];
    expect(Math.sign(table.compare(private_, emoji))).toBe(-1);
  });
});
