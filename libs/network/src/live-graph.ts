import type { ErasedAt, ReferralGraph } from '@kithline/graph';
import type { EventLog, Recorded } from '@kithline/log';
import type { Parked } from '@kithline/projection';
import { coreType, type EventType, type PersonId, type ReferralId, typeOfLine } from '@kithline/touchpoints';
import type { GraphInUse, OwnGraph, Projected } from './graph-source.ts';
import { Listeners } from './listeners.ts';
import { Turns } from './turns.ts';

/** How many graphs of the past are kept until the log goes on: those between which a person goes to and fro. */
const KEPT = 2;

/**
 * A graph that goes on with its log while it is asked. One loop applies events in the order of positions; a question and a page never
 * meet, so that every answer is of one K.
 */
export class LiveGraph implements GraphInUse {
  readonly #log: EventLog;
  readonly #turns = new Turns();
  readonly #listeners = new Listeners();
  readonly #past = new Map<number, Promise<ReferralGraph>>();
  #graph: OwnGraph;
  #version = 0;
  #erased: ErasedAt | undefined;

  constructor(log: EventLog, graph: OwnGraph) {
    this.#log = log;
    this.#graph = graph;
  }

  get own(): OwnGraph {
    return this.#graph;
  }

  get position(): number {
    return this.#graph.position;
  }

  get version(): number {
    return this.#version;
  }

  get parked(): readonly Parked[] {
    return this.#graph.parked;
  }

  /** No event is applied meanwhile. */
  asking<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.share(work);
  }

  graphAt(position = this.position): Promise<ReferralGraph> {
    if (position >= this.position) return this.#graph.graphAt(position);
    const known = this.#past.get(position);
    if (known) return known;
    const [oldest] = this.#past.keys();
    if (oldest !== undefined && this.#past.size >= KEPT) this.#past.delete(oldest);
    const graph = this.#graph.graphAt(position);
    this.#past.set(position, graph);
    graph.catch(() => this.#past.delete(position));
    return graph;
  }

  erased(): ErasedAt {
    return (this.#erased ??= this.#graph.erased());
  }

  referralsOf(person: PersonId): Promise<readonly ReferralId[]> {
    return this.#graph.referralsOf(person);
  }

  /** Applies whatever is appended until the signal aborts. @throws what the log or the graph throws: the graph then stands still */
  async follow(signal: AbortSignal): Promise<void> {
    for await (const page of this.#log.follow(this.position, signal)) {
      await this.#turns.alone(async () => {
        this.#version++;
        await this.#graph.apply(page);
        this.#forget(page);
      });
      this.#listeners.tell(this.position);
    }
  }

  onProjected(tell: Projected): () => void {
    return this.#listeners.add(tell);
  }

  async waitFor(position: number, ms: number): Promise<boolean> {
    return this.position >= position || this.#listeners.until(position, ms);
  }

  /** Builds the graph anew from the log, beside this one, and takes its place when it has come as far. */
  async rebuild(): Promise<OwnGraph> {
    const anew = await this.#graph.rebuilt();
    return this.#turns.alone(async () => {
      for await (const page of this.#log.readAll(anew.position, this.position)) await anew.apply(page);
      this.#version++;
      this.#graph = anew;
      this.#past.clear();
      this.#erased = undefined;
      return anew;
    });
  }

  /** Changes what is parked, while nobody asks. */
  settle<T>(work: (graph: OwnGraph) => Promise<T>): Promise<T> {
    return this.#turns.alone(async () => {
      this.#version++;
      this.#past.clear();
      this.#erased = undefined;
      return work(this.#graph);
    });
  }

  /** What was known of the graph before and may be otherwise now. */
  #forget(page: readonly Recorded[]): void {
    this.#past.clear();
    if (page.some(mayErase)) this.#erased = undefined;
  }
}

/** Erasures come with consents and merges, and with what annuls or corrects any of these. */
const erasing: ReadonlySet<string> = new Set<EventType>([
  'ConsentGranted',
  'ConsentWithdrawn',
  'PersonsMerged',
  'MergeReversed',
  'EventAnnulled',
  'EventCorrected',
]);
/** The projection has read the essence of the line already: all of it is parsed only where the type is not to be had otherwise. */
const mayErase = (recorded: Recorded): boolean => erasing.has(coreType(typeOfLine(recorded.line) ?? recorded.event.type));
