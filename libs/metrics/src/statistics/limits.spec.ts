import { newcombe } from './newcombe.ts';
import { hasReferenceData, reference } from './testing/reference-data.ts';
import { wilson } from './wilson.ts';

const close = (limit: number): unknown => expect.closeTo(limit, 10);

type OneSample = Readonly<{ x: number; n: number; recomputed: [number, number] }>;
type Difference = Readonly<{ x1: number; n1: number; x2: number; n2: number; recomputed: [number, number] }>;

if (!hasReferenceData)
  it.skip("intervals equal Newcombe's tables (skipped: the reference data is not beside this checkout)", () => undefined);
else {
  const published = reference<Record<string, unknown>>('proportions_reference/expected.json');

  describe("Newcombe's published tables of 1998", () => {
    it.each(published['newcombe_1998_one_sample_wilson_published'] as OneSample[])('hold for $x of $n', ({ x, n, recomputed }) => {
      const { lower, upper } = wilson(x, n);
      expect([lower, upper]).toEqual(recomputed.map(close));
    });

    it.each(published['newcombe_1998_difference_method10_published'] as Difference[])(
      'hold for $x1 of $n1 against $x2 of $n2',
      ({ x1, n1, x2, n2, recomputed }) => {
        const { lower, upper } = newcombe([x1, n1], [x2, n2]);
        expect([lower, upper]).toEqual(recomputed.map(close));
      },
    );
  });
}
