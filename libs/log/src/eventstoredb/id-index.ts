import type { Position } from '../event-log.ts';

const smallest = 1 << 12;

/**
 * Where ids stand: 12 bytes a slot, at most half of the slots in use. Of each id, a hash already, 32 bits are kept, so what it finds are
 * candidates, seldom more than one.
 */
export class IdIndex {
  #prints = new Uint32Array(smallest);
  /** 0 where the slot is free. */
  #positions = new Float64Array(smallest);
  #count = 0;

  add(id: string, position: Position): void {
    if (2 * ++this.#count > this.#prints.length) this.#grow();
    this.#put(printOf(id), position);
  }

  candidates(id: string): Position[] {
    const print = printOf(id);
    const found: Position[] = [];
    for (let slot = this.#slotOf(print); this.#positions[slot]; slot = this.#slotOf(slot + 1)) {
      if (this.#prints[slot] === print) found.push(this.#positions[slot] ?? 0);
    }
    return found;
  }

  #slotOf(print: number): number {
    return print & (this.#prints.length - 1);
  }

  #put(print: number, position: Position): void {
    let slot = this.#slotOf(print);
    while (this.#positions[slot]) slot = this.#slotOf(slot + 1);
    this.#prints[slot] = print;
    this.#positions[slot] = position;
  }

  #grow(): void {
    const [prints, positions] = [this.#prints, this.#positions];
    this.#prints = new Uint32Array(2 * prints.length);
    this.#positions = new Float64Array(2 * prints.length);
    positions.forEach((position, i) => position && this.#put(prints[i] ?? 0, position));
  }
}

const printOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);
