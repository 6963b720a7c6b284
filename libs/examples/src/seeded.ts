/**
 * Noise that is the same everywhere: Marsaglia's xorshift of 32 bits (2003, shifts 13, 17 and 5). Good enough to scatter days and
 * pick people; nothing is estimated from it.
 */
export class Seeded {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x6b697468) | 0 || 1; // neighbouring seeds start far apart, never at the fixed point 0
    for (let i = 0; i < 8; i++) this.word();
  }

  private word(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return this.word() / 4_294_967_296;
  }

  /** A whole number, 0 ≤ x < n. */
  below(n: number): number {
    return Math.floor(this.fraction() * n);
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the list, which must not be empty. */
  oneOf<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('There is nothing to pick from.');
    return picked;
  }

  /** The list in another order (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.map(() => rest.splice(this.below(rest.length), 1)).flat();
  }
}
