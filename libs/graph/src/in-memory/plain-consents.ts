import { codeOf } from './codes.ts';
import type { Derived } from './derived.ts';

const granted = codeOf('ConsentGranted');

/**
 * Those whose consent is plain, as nearly everybody's is: one grant, for all communities and from then on, or nothing at all. A scan has
 * it in two numbers, without a look at the facts. By representative.
 */
export class PlainConsents {
  /** When it was granted; Infinity when nothing was said, NaN when consent is not plain. */
  readonly since: Float64Array;
  /** The purposes granted. */
  readonly purposes: Int32Array;

  constructor({ journal, consents, erasures }: Derived) {
    const { offsets, code, at, rows, word } = consents;
    this.since = new Float64Array(offsets.length - 1);
    this.purposes = new Int32Array(offsets.length - 1);
    const isPlain = (i: number): boolean => code[i] === granted && journal.community[rows[i]!]! < 0 && journal.detail[rows[i]!]! < 0;
    for (let person = 0; person < this.since.length; person++) {
      const first = offsets[person]!;
      const facts = offsets[person + 1]! - first;
      if (facts === 0) this.since[person] = Infinity;
      else if (facts > 1 || !isPlain(first)) this.since[person] = NaN;
      else {
        this.since[person] = at[first]!;
        this.purposes[person] = word[first]!;
      }
    }
    for (const person of erasures.keys()) this.since[person] = NaN;
  }
}
