import type { EventPattern } from '../questions/scope.ts';
import { codeOf, ofAReferral, REFERRED_SOMEBODY } from './codes.ts';
import type { Derived } from './derived.ts';

/** Event patterns, made ready for a scan: whether a timeline entry is one of them. */
export class Matcher {
  readonly #code: Uint8Array;
  readonly #word: Int32Array;
  /** By code: 0 never, 1 always, 2 for some words. */
  readonly #mode = new Uint8Array(256);
  /** By code, for mode 2: by word + 1 (0 is none) whether it matches. */
  readonly #words: Uint8Array[] = [];

  /** By referral: it is made only after V, so that at V nobody knows whose its facts are. Undefined where there is none, which is usual. */
  readonly #unmade: Uint8Array | undefined;
  readonly #referralOf: (entry: number) => number;

  constructor(derived: Derived, patterns: readonly EventPattern[], validAt: number) {
    const { timelines, journal } = derived;
    this.#code = timelines.code;
    this.#word = timelines.word;
    this.#unmade = unmadeAt(derived, validAt);
    this.#referralOf = (entry) => journal.subject[timelines.rows[entry]!]!;
    const { words } = journal.tables;
    for (const pattern of patterns) this.#prepare(pattern, words.count, (word) => words.find(word));
  }

  matches(entry: number): boolean {
    const code = this.#code[entry]!;
    const mode = this.#mode[code]!;
    if (mode === 0 || (mode === 2 && this.#words[code]![this.#word[entry]! + 1] === 0)) return false;
    return this.#unmade === undefined || !this.#isUnmade(entry, code);
  }

  #isUnmade(entry: number, code: number): boolean {
    return ofAReferral.has(code) && this.#unmade![this.#referralOf(entry)] === 1;
  }

  #prepare(pattern: EventPattern, count: number, find: (word: string) => number): void {
    const code = pattern.as === 'referrer' ? REFERRED_SOMEBODY : codeOf(pattern.type);
    if (pattern.kind === undefined && pattern.except === undefined) this.#mode[code] = 1;
    if (this.#mode[code] === 1) return;
    this.#mode[code] = 2;
    widen((this.#words[code] ??= new Uint8Array(count + 1)), pattern, find);
  }
}

function unmadeAt({ made, journal }: Derived, validAt: number): Uint8Array | undefined {
  let unmade: Uint8Array | undefined;
  for (let referral = 0; referral < made.length; referral++) {
    const row = made[referral]!;
    if (row >= 0 && journal.at[row]! > validAt) (unmade ??= new Uint8Array(made.length))[referral] = 1;
  }
  return unmade;
}

/** Adds the words that a pattern takes in; a word nobody ever used is taken in by nothing. */
function widen(words: Uint8Array, { kind, except }: EventPattern, find: (word: string) => number): void {
  if (kind !== undefined && find(kind) >= 0) words[find(kind) + 1] = 1;
  if (except === undefined) return;
  const left = find(except) + 1;
  const wasIn = words[left]!;
  words.fill(1);
  if (left > 0) words[left] = wasIn;
}
