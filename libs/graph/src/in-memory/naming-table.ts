import { purposeBit, type PersonId } from '@kithline/touchpoints';
import type { Naming } from '../naming.ts';
import { basesOf } from './bases.ts';
import { codeOf, ofAReferral, RETRACTED } from './codes.ts';
import type { Derived } from './derived.ts';

const inChain = purposeBit('name_in_chain');
const granted = codeOf('ConsentGranted');
const published = codeOf('PractitionerProfilePublished');

/** Codes by person number, as a snapshot keeps them. */
const MASKED = 0;
const NAMED = 1;
const ERASED = 2;
const words = ['masked', 'named', 'erased'] as const;

/** Who may be named, over the newest graph (METRICS C0.6, naming). */
export class NamingTable implements Naming {
  readonly #derived: Derived;
  /** By recorded number, so that any id of a merged person finds the answer of all. */
  readonly codes: Uint8Array;

  constructor(derived: Derived, kept?: Uint8Array) {
    this.#derived = derived;
    this.codes = kept ?? nameAll(derived);
  }

  /** The same by number, where the person stands in the very graph this is over; undefined where they stand in another. */
  inGraph(derived: Derived, person: number): 'named' | 'masked' | 'erased' | undefined {
    return derived === this.#derived ? words[this.codes[person]!] : undefined;
  }

  of(person: PersonId): 'named' | 'masked' | 'erased' {
    const number = this.#derived.journal.tables.persons.find(person);
    return number < 0 ? 'masked' : words[this.codes[number]!]!;
  }
}

function nameAll(derived: Derived): Uint8Array {
  const covered = basisCovered(derived);
  const codes = new Uint8Array(covered.length);
  for (let person = 0; person < codes.length; person++) {
    const representative = derived.identity.of[person]!;
    codes[person] = derived.isErased(person) ? ERASED : (ownWord(derived, representative) ?? covered[representative]!);
  }
  return codes;
}

/** The last own word about being named: a grant names, a withdrawal or an expiry masks, undefined when there is none. */
function ownWord(derived: Derived, person: number): number | undefined {
  const { offsets, code, rows } = derived.consents;
  for (let i = offsets[person + 1]! - 1; i >= offsets[person]!; i--) {
    if ((derived.journal.word[rows[i]!]! & inChain) !== 0) return code[i] === granted ? NAMED : MASKED;
  }
  return undefined;
}

/** Representatives named by a basis that covers some event about them, or by a published profile. */
function basisCovered(derived: Derived): Uint8Array {
  const { journal, identity } = derived;
  const bases = basesOf(journal);
  const covered = new Uint8Array(journal.tables.persons.count);
  const name = (person: number): void => {
    if (person >= 0) covered[identity.of[person]!] = NAMED;
  };
  for (let row = 0; row < journal.rows; row++) {
    const code = journal.type[row]!;
    if (code === published) name(journal.person[row]!);
    if ((bases[journal.source[row]!]! & inChain) !== 0) namesOf(derived, row, name);
  }
  return covered;
}

const made = codeOf('ReferralMade');
const drafted = codeOf('ReferralDrafted');

/** Every person an event is about. */
function namesOf({ journal, made: madeRows }: Derived, row: number, name: (person: number) => void): void {
  const code = journal.type[row]!;
  if (code === RETRACTED) return;
  name(journal.person[row]!);
  name(journal.other[row]!);
  if (code === made || code === drafted) name(journal.link[row]!);
  if (!ofAReferral.has(code)) return;
  const itsMaking = madeRows[journal.subject[row]!]!;
  if (itsMaking >= 0) name(journal.person[itsMaking]!);
}
