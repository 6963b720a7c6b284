import type { EventPattern } from '../questions/scope.ts';
import { codeOf, REFERRED_SOMEBODY } from './codes.ts';
import type { Derived } from './derived.ts';

const NEVER = 0;
const ALWAYS = 1;
const BY_KIND = 2;

/** Event patterns, made ready for a scan: whether a timeline entry is one of them. */
export class Matcher {
  readonly #mode = new Uint8Array(256);
  readonly #kinds: { code: number; word: number; wanted: boolean }[] = [];
  readonly #derived: Derived;

  constructor(derived: Derived, patterns: readonly EventPattern[]) {
    this.#derived = derived;
    for (const pattern of patterns) this.#prepare(pattern);
  }

  /** Whether the entry's code alone rules it out or in; `matches` decides where the kind matters. */
  matches(entry: number): boolean {
    const { code, rows } = this.#derived.timelines;
    const mode = this.#mode[code[entry]!]!;
    return mode === ALWAYS || (mode === BY_KIND && this.#kindMatches(code[entry]!, this.#derived.journal.word[rows[entry]!]!));
  }

  #prepare({ type, kind, except, as }: EventPattern): void {
    const code = as === 'referrer' ? REFERRED_SOMEBODY : codeOf(type);
    const { words } = this.#derived.journal.tables;
    if (kind === undefined && except === undefined) this.#mode[code] = ALWAYS;
    else if (this.#mode[code] === NEVER) this.#mode[code] = BY_KIND;
    if (kind !== undefined) this.#kinds.push({ code, word: words.find(kind), wanted: true });
    if (except !== undefined) this.#kinds.push({ code, word: words.find(except), wanted: false });
  }

  #kindMatches(code: number, word: number): boolean {
    return this.#kinds.some((kind) => kind.code === code && (kind.word === word) === kind.wanted);
  }
}
