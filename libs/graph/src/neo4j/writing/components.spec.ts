import fc from 'fast-check';
import { Journal } from '../../in-memory/journal.ts';
import { introduced, merged } from '../../testing/facts.ts';
import { recorded } from '../../testing/drafts.ts';
import { Components } from './components.ts';

const person = fc.constantFrom(...'abcdefghij');
const pairs = fc.array(fc.tuple(person, person, fc.boolean()), { maxLength: 20 });

describe('Who could ever be connected', () => {
  it('has one root with whom an introduction or a merge reaches, whichever way, and another one with nobody else', () =>
    fc.assert(
      fc.property(pairs, (drawn) => {
        const journal = new Journal();
        const components = new Components();
        const under = new Map<string, string>();
        const reached = new Map<string, Set<string>>([...'abcdefghij'].map((id) => [id, new Set([id])]));
        for (const [i, [a, b, isMerge]] of drawn.entries()) {
          const facts = recorded([isMerge ? merged(a, b, i) : introduced(`i${i}`, a, b, i)], i);
          for (const fact of facts) journal.record(fact);
          for (const { root, under: above } of components.advance(journal, facts)) under.set(root, above);
          const both = new Set([...reached.get(a)!, ...reached.get(b)!]);
          for (const id of both) reached.set(id, both);
        }
        const rootOf = (id: string): string => (under.has(id) ? rootOf(under.get(id)!) : id);
        for (const a of reached.keys()) for (const b of reached.keys()) expect(rootOf(a) === rootOf(b)).toBe(reached.get(a)!.has(b));
      }),
    ));
});
