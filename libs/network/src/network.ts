import type { SqliteLog } from '@kithline/log';
import type { Answer, Asked, Answerable, Raw } from '@kithline/metrics';
import type { Listing } from './asking/events.ts';
import type * as Asking from './asking/index.ts';
import type { OwnGraph } from './graph-source.ts';
import { LiveGraph } from './live-graph.ts';
import { type ParkedList, type ParkedOrder, parkedIn, type SettledList, settleParked } from './parked/parked.ts';
import type { Batch } from './reading/batches.ts';
import type { Bases } from './recording/bases.ts';
import { recordBatch, type Recording } from './recording/record-batch.ts';
import { type Proved, proveGraph, type Verified, verifyLog } from './standing/proof.ts';
import { statusOf, type Status } from './standing/status.ts';

let asking: Promise<typeof Asking> | undefined;
/** Loaded with the first question. */
const loadAsking = (): Promise<typeof Asking> => (asking ??= import('./asking/index.ts'));

export type NetworkParts = Readonly<{ log: SqliteLog; graph: OwnGraph; folder: string }>;

/** A network in use: its log and its graph behind one object, for whatever door asks. What asks is loaded when somebody does. */
export class Network {
  readonly log: SqliteLog;
  readonly graph: LiveGraph;
  readonly folder: string;

  constructor({ log, graph, folder }: NetworkParts) {
    this.log = log;
    this.graph = new LiveGraph(log, graph);
    this.folder = folder;
  }

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

  /** Records a batch of facts in one transaction, each source's basis directly before its first event. */
  record(batch: Batch, bases?: Bases): Promise<Recording> {
    return recordBatch(this.log, batch, bases);
  }

  status({ quick }: Readonly<{ quick: boolean }>): Promise<Status> {
    return statusOf(this.log, this.graph.own, { folder: this.folder, quick });
  }

  /** @throws Problem when an event does not fit its hash */
  verify(): Promise<Verified> {
    return verifyLog(this.log);
  }

  /** Proves that the graph is the one its log gives. @throws Problem when it is not */
  prove(): Promise<Proved> {
    return proveGraph(this.log, this.graph.own);
  }

  /** What could not be applied, and what was left out on purpose. */
  parked(): ParkedList {
    return parkedIn(this.graph.own);
  }

  /** Tries parked events again, or skips one. @throws NotParked */
  settle(order: ParkedOrder): Promise<SettledList> {
    return this.graph.settle((graph) => settleParked(graph, order));
  }

  /** Builds the graph anew from the log, and keeps it. */
  async rebuild(): Promise<Readonly<{ position: number; fingerprint: string }>> {
    const graph = await this.graph.rebuild();
    const { position } = graph;
    const fingerprint = graph.fingerprint();
    await graph.save();
    return { position, fingerprint };
  }
}
