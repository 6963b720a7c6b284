import type { EventLog } from '@kithline/log';
import type { Answer, Asked, Answerable, Raw } from '@kithline/metrics';
import type { Listing } from './asking/events.ts';
import type * as Asking from './asking/index.ts';
import type { GraphInUse } from './graph-source.ts';
import type { ParkedList, ParkedOrder, SettledList } from './parked/parked.ts';
import type { Batch } from './reading/batches.ts';
import type { Bases } from './recording/bases.ts';
import { recordBatch, type Recording, type RowLog } from './recording/record-batch.ts';
import type { Proved, Verified } from './standing/proof.ts';
import type { Status } from './standing/status.ts';

let asking: Promise<typeof Asking> | undefined;
/** Loaded with the first question. */
const loadAsking = (): Promise<typeof Asking> => (asking ??= import('./asking/index.ts'));

/** A log that takes facts made ready elsewhere. */
export type NetworkLog = EventLog & RowLog;

/**
 * A network in use: its log and its graph behind one object, for whatever door asks. What asks is loaded when somebody does. Where log and
 * graph are decides how they are looked after; what is not done there is refused as `only_embedded`.
 */
export abstract class Network {
  abstract readonly log: NetworkLog;
  abstract readonly graph: GraphInUse;

  abstract status(options: Readonly<{ quick: boolean }>): Promise<Status>;
  /** @throws Problem when an event does not fit its hash */
  abstract verify(): Promise<Verified>;
  /** Proves that the graph is the one its log gives. @throws Problem when it is not */
  abstract prove(): Promise<Proved>;
  /** What could not be applied, and what was left out on purpose. */
  abstract parked(): Promise<ParkedList>;
  /** Tries parked events again, or skips one. @throws NotParked */
  abstract settle(order: ParkedOrder): Promise<SettledList>;
  /** Builds the graph anew from the log. */
  abstract rebuild(): Promise<Readonly<{ position: number; fingerprint: string }>>;
  /** Copies the log into a file, as it is at one moment. */
  abstract backup(path: string): Promise<void>;

  /**
   * Answers a question of the graph, its options by name.
   * @throws Problem with everything that is wrong with it; Unknown, InvalidOption
   */
  async ask(name: Answerable['question'], raw: Raw): Promise<Answer> {
    const { readQuestion } = await loadAsking();
    return this.answer(readQuestion(name, raw));
  }

  /** Answers a question that was read. @throws Problem when there is no such K; Unknown, InvalidOption */
  async answer(question: Answerable): Promise<Answer> {
    const { answerQuestion, positionOf } = await loadAsking();
    const known = question['known-at'];
    const past = known !== undefined && (await positionOf(known, this.log, this.graph.position)) < this.graph.position;
    const answered = (): Promise<Answer> => answerQuestion(this, question);
    return past ? answered() : this.graph.asking(answered);
  }

  /** Lists events. @throws Problem for a K or a type that there is not */
  async events(asked: Asked<'events'>): Promise<Listing> {
    const { listEvents } = await loadAsking();
    return listEvents(this, asked);
  }

  /** Records a batch of facts, in one transaction where the log has any, each source's basis directly before its first event. */
  record(batch: Batch, bases?: Bases): Promise<Recording> {
    return recordBatch(this.log, batch, bases);
  }
}
