import { isUtf8 } from 'node:buffer';

/** Lines longer than this are not read into memory: no event comes near it, and a file without line breaks must not fill the machine. */
export const LONGEST_LINE = 1_048_576;

/** A line that cannot be read as text, and why. */
export class UnreadableLine {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Some lines that stand together; `first` is the number of the first one, counted from 1, `bytes` what has been read of the file so far. */
export type Lines = Readonly<{ first: number; lines: readonly (string | UnreadableLine)[]; bytes: number }>;

const LF = 10;
const tooLong = new UnreadableLine(`is longer than ${LONGEST_LINE} bytes`);
const notUtf8 = new UnreadableLine('is not UTF-8');

/** Splits a stream of bytes into lines, in blocks as they arrive, without line breaks and byte order mark. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  const splitter = new Splitter();
  for await (const chunk of chunks) {
    const lines = splitter.push(chunk);
    if (lines) yield lines;
  }
  const last = splitter.end();
  if (last) yield last;
}

/** Holds what stands after the last line break until the rest of that line arrives. */
class Splitter {
  private held: Buffer[] = [];
  private heldBytes = 0;
  private first = 1;
  private bytes = 0;
  /** The line being read is too long; what comes of it is dropped. */
  private dropping = false;

  push(chunk: Buffer): Lines | undefined {
    this.bytes += chunk.length;
    const end = chunk.lastIndexOf(LF);
    if (end < 0) {
      this.hold(chunk);
      return undefined;
    }
    const lines = this.dropping ? this.afterTooLong(chunk, end) : textLines(Buffer.concat([...this.held, chunk.subarray(0, end)]));
    this.held = [];
    this.heldBytes = 0;
    this.dropping = false;
    this.hold(chunk.subarray(end + 1));
    return this.numbered(lines);
  }

  end(): Lines | undefined {
    if (this.dropping) return this.numbered([tooLong]);
    return this.heldBytes === 0 ? undefined : this.numbered(textLines(Buffer.concat(this.held)));
  }

  private hold(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    if (this.heldBytes > LONGEST_LINE) {
      this.dropping = true;
      this.held = [];
    }
  }

  private afterTooLong(chunk: Buffer, end: number): (string | UnreadableLine)[] {
    const begin = chunk.indexOf(LF);
    return begin === end ? [tooLong] : [tooLong, ...textLines(chunk.subarray(begin + 1, end))];
  }

  private numbered(lines: (string | UnreadableLine)[]): Lines {
    const first = this.first;
    this.first += lines.length;
    if (first === 1 && typeof lines[0] === 'string') lines[0] = lines[0].replace(/^\uFEFF/, '');
    return { first, lines, bytes: this.bytes };
  }
}

/** Whole lines as texts. They are checked together, and one by one only when there is a bad one among them. */
function textLines(bytes: Buffer): (string | UnreadableLine)[] {
  if (isUtf8(bytes)) return bytes.toString('utf8').split('\n').map(orTooLong);
  const lines: (string | UnreadableLine)[] = [];
  for (let begin = 0; begin <= bytes.length;) {
    const found = bytes.indexOf(LF, begin);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(begin, end);
    lines.push(isUtf8(line) ? orTooLong(line.toString('utf8')) : notUtf8);
    begin = end + 1;
  }
  return lines;
}

const orTooLong = (line: string): string | UnreadableLine => (line.length > LONGEST_LINE ? tooLong : line);
