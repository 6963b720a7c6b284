import type { EmbeddedLog } from '@kithline/log';
import type { OwnGraph } from './graph-source.ts';
import { LiveGraph } from './live-graph.ts';
import { Network } from './network.ts';
import { type ParkedList, type ParkedOrder, parkedIn, type SettledList, settleParked } from './parked/parked.ts';
import { type Proved, proveGraph, type Verified, verifyLog } from './standing/proof.ts';
import { statusOf, type Status } from './standing/status.ts';

export type EmbeddedParts = Readonly<{ log: EmbeddedLog; graph: OwnGraph; folder: string }>;

/** A network in a data folder, written by this process alone. */
export class EmbeddedNetwork extends Network {
  override readonly log: EmbeddedLog;
  override readonly graph: LiveGraph;
  readonly folder: string;

  constructor({ log, graph, folder }: EmbeddedParts) {
    super();
    this.log = log;
    this.graph = new LiveGraph(log, graph);
    this.folder = folder;
  }

  override status({ quick }: Readonly<{ quick: boolean }>): Promise<Status> {
    return statusOf(this.log, this.graph.own, { folder: this.folder, quick });
  }

  override verify(): Promise<Verified> {
    return verifyLog(this.log);
  }

  override prove(): Promise<Proved> {
    return proveGraph(this.log, this.graph.own);
  }

  override async parked(): Promise<ParkedList> {
    return parkedIn(this.graph.own);
  }

  override settle(order: ParkedOrder): Promise<SettledList> {
    return this.graph.settle((graph) => settleParked(graph, order));
  }

  /** And keeps it. */
  override async rebuild(): Promise<Readonly<{ position: number; fingerprint: string }>> {
    const graph = await this.graph.rebuild();
    const { position } = graph;
    const fingerprint = graph.fingerprint();
    await graph.save();
    return { position, fingerprint };
  }

  override backup(path: string): Promise<void> {
    return this.log.backup(path);
  }
}
