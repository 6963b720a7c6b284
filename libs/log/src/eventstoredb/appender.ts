import { type AppendResult, jsonEvent, type JSONEventData, NO_STREAM } from '@eventstore/db-client';
import { coreType, type TouchpointEvent } from '@kithline/touchpoints';
import type { Position } from '../event-log.ts';
import type { Row } from '../rows.ts';
import { BackOff } from './back-off.ts';
import { Conflict, NotShown, refusal, unavailable } from './failures.ts';
import type { End } from './known-streams.ts';
import type { Reader, Surroundings } from './reader.ts';
import { within } from './timing.ts';
import type { WritingClient } from './writing-client.ts';

/** How much longer than the server an append is waited for, in milliseconds, so that what the server says comes first. */
const grace = 500;

type Proposed = JSONEventData;
/** `at`: the revision of the stream's last event, -1 when there is none. */
type Append = Readonly<{ name: string; rows: readonly Row[]; events: Proposed[]; at: number }>;

/**
 * Appends to one stream at one revision. Where no answer comes nobody knows what the server did: the stream is read again, and while our
 * events are not there and nobody else's are either, the same ids are sent again in the same split, which the server takes for the same append.
 * With its answer the server names a position. By its source that of several events is that of the last, which no manual promises: so it is
 * taken at its word once an answer was compared with what is read, until an append fails.
 */
export class Appender {
  readonly #writing: () => WritingClient;
  readonly #reader: Reader;
  readonly #around: Surroundings;
  /** Whether the position in an answer is that of the last event appended; not known before the first answer was compared. */
  #namesLast: boolean | undefined;
  /** How many appends failed: what an answer shows counts only while none did since its append was sent. */
  #failures = 0;

  constructor(writing: () => WritingClient, reader: Reader, around: Surroundings) {
    this.#writing = writing;
    this.#reader = reader;
    this.#around = around;
  }

  /**
   * Where the last row stands; undefined when the stream is at another revision. `rows` is not empty.
   * @throws LogUnavailable
   */
  async append(name: string, rows: readonly Row[], at: number): Promise<End | undefined> {
    const append = { name, rows, events: rows.map(proposed), at }; // made here, once: what JSON cannot hold would hang the client
    const { address, timing, jitter, waits } = this.#around;
    const backOff = new BackOff(timing, jitter);
    const end = performance.now() + timing.patience;
    for (let isUnsure = false; ; isUnsure = true) {
      try {
        return (isUnsure && (await this.#settled(append))) || (await this.#once(append));
      } catch (error) {
        const refused = refusal(address, error);
        if (refused instanceof Conflict) return undefined;
        if (refused) throw refused;
        this.#failures++;
        this.#namesLast = undefined; // another server may answer next; one that takes over between appends, where none fails, goes unnoticed
        if (performance.now() > end) throw unavailable(address, error, name);
        waits(unavailable(address, error));
        await backOff.pause();
      }
    }
  }

  async #once(append: Append): Promise<End> {
    const { name, events, at } = append;
    const failures = this.#failures;
    const { position, nextExpectedRevision } = await this.#sent(append);
    const revision = at < 0 ? Number(nextExpectedRevision) : at + events.length; // a stream that was deleted goes on where it ended
    const named = tellable(position);
    if (named !== undefined && (events.length === 1 || this.#namesLast)) return { revision, position: named };
    const [last] = await this.#reader.stream(name, revision, 1);
    if (!last) throw new NotShown(name);
    if (events.length > 1 && failures === this.#failures) this.#namesLast = last.recorded.position === named;
    return last.recorded;
  }

  #sent({ name, rows, events, at }: Append): Promise<AppendResult> {
    const expectedRevision = at < 0 ? NO_STREAM : BigInt(at);
    return this.#writing().use(rows.at(-1)!.id, (client) =>
      within(this.#around.timing.answer + grace, client.appendToStream(name, events, { expectedRevision })),
    );
  }

  /** Whether an append without an answer was written after all; undefined while it may be sent again. @throws Conflict */
  async #settled({ name, rows, at }: Append): Promise<End | undefined> {
    const there = await this.#reader.stream(name, at + 1, rows.length);
    if (there.length === 0) return undefined;
    const isOurs = rows.every(({ id, line }, i) => there[i]?.id === id && there[i].recorded.line === line);
    if (!isOurs) throw new Conflict();
    return there.at(-1)?.recorded;
  }
}

/** A position as an answer gives it; undefined where it is none, such as -1 for what was appended before and cannot be read at that moment. */
function tellable(answered: AppendResult['position']): Position | undefined {
  const position = Number(answered?.commit ?? -1);
  return position >= 0 && Number.isSafeInteger(position) ? position : undefined;
}

/** As the server keeps it: JSON that its own tools can show, under our id, with what ties events together where its tools look for it. */
function proposed({ id, line, event: data = JSON.parse(line) as TouchpointEvent }: Row): Proposed {
  const { correlationid, causationid } = data;
  const isTied = correlationid !== undefined || causationid !== undefined;
  const metadata = {
    ...(correlationid !== undefined && { $correlationId: correlationid }),
    ...(causationid !== undefined && { $causationId: causationid }),
  };
  return jsonEvent({ id, type: coreType(data.type), data, ...(isTied && { metadata }) });
}
