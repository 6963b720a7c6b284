import * as fc from 'fast-check';
import { spells } from './known-spells.ts';

/** Any spells: few enough distinct times that events, competing ends, censorings and late entries fall together often. */
export const anySpells = fc
  .array(fc.record({ entry: fc.constantFrom(0, 0, 0, 1, 3.5), length: fc.integer({ min: 0, max: 12 }), outcome: fc.nat(2) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((units) =>
    spells(
      units.map(({ entry, length }) => entry + length + (entry > 0 ? 0.5 : 0)),
      units.map(({ outcome }) => outcome),
      units.map(({ entry }) => entry),
    ),
  );

/** The same, all observed from 0 on, when nothing is estimated from nobody. */
export const anySpellsFromStart = anySpells.map(({ exit, outcome }) => ({ entry: new Float64Array(exit.length), exit, outcome }));
