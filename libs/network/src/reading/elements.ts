import { isUtf8 } from 'node:buffer';
import { LONGEST_LINE, UnreadableLine, type Lines } from './lines.ts';

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d];
const opens = new Set([OPEN_LIST, 0x7b]);
const closes = new Set([CLOSE_LIST, 0x7d]);
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The text is not one JSON list. */
export class NotAList extends Error {
  override name = 'NotAList';
}

/**
 * Splits one JSON list, however long, into its elements, in blocks as they arrive; an element counts as a line of its own. Whether an
 * element is JSON its reader judges.
 * @throws NotAList when something else than a list begins, or the list does not end
 */
export async function* readElements(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  const splitter = new ElementSplitter();
  let bytes = 0;
  let first = 1;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const lines = splitter.push(chunk);
    if (lines.length > 0) yield { first, lines, bytes };
    first += lines.length;
  }
  splitter.end();
}

/** Finds where elements end; what stands between brackets or quotes belongs to its element. */
class ElementSplitter {
  private held: Buffer[] = [];
  private heldBytes = 0;
  /** How deep in brackets: 0 before and after the list, 1 in the list itself. */
  private depth = 0;
  private state: 'before' | 'within' | 'after' = 'before';
  private quoted = false;
  private escaped = false;
  private elements = 0;

  push(chunk: Buffer): (string | UnreadableLine)[] {
    const found: (string | UnreadableLine)[] = [];
    let begin = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at]!;
      if (this.quoted) this.quote(sign);
      else if (this.structure(sign)) {
        this.hold(chunk.subarray(begin, at));
        this.take(sign, found);
        begin = at + 1;
      }
    }
    this.hold(chunk.subarray(begin));
    return found;
  }

  end(): void {
    if (this.state !== 'after') throw new NotAList(this.state === 'before' ? 'must be a JSON list of events' : 'ends within the list');
  }

  private quote(sign: number): void {
    if (this.escaped) this.escaped = false;
    else if (sign === BACKSLASH) this.escaped = true;
    else if (sign === QUOTE) this.quoted = false;
  }

  /** Whether the sign begins the list, ends an element or ends the list. */
  private structure(sign: number): boolean {
    if (this.state !== 'within') return this.outside(sign);
    if (sign === QUOTE) this.quoted = true;
    else if (opens.has(sign)) this.depth++;
    else if (closes.has(sign)) this.depth--;
    return this.depth === 0 || (this.depth === 1 && sign === COMMA);
  }

  private outside(sign: number): boolean {
    if (blanks.has(sign) || (this.state === 'before' && this.depth === 0 && sign >= 0xbb)) return false; // a byte order mark
    if (this.state === 'after') throw new NotAList('goes on after the list');
    if (sign !== OPEN_LIST) throw new NotAList('must be a JSON list of events');
    this.depth = 1;
    return true;
  }

  private take(sign: number, found: (string | UnreadableLine)[]): void {
    const text = this.text();
    if (this.state === 'before') {
      this.state = 'within';
      return;
    }
    if (this.depth === 0) this.state = 'after';
    if (text === '' && this.elements === 0 && sign !== COMMA) return; // an empty list
    found.push(text === '' ? new UnreadableLine('is missing: there is nothing between two commas') : text);
    this.elements++;
  }

  private text(): string | UnreadableLine {
    const { heldBytes } = this;
    const bytes = Buffer.concat(this.held);
    this.held = [];
    this.heldBytes = 0;
    if (heldBytes > LONGEST_LINE) return new UnreadableLine(`is longer than ${LONGEST_LINE} bytes`);
    return isUtf8(bytes) ? bytes.toString('utf8').trim() : new UnreadableLine('is not UTF-8');
  }

  /** What is longer than an event can be is counted and dropped. */
  private hold(bytes: Buffer): void {
    if (bytes.length === 0 || this.state !== 'within') return;
    this.heldBytes += bytes.length;
    if (this.heldBytes > LONGEST_LINE) this.held = [];
    else this.held.push(bytes);
  }
}
