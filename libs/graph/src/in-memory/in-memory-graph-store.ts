import type { PersonId, ReferralId } from '@kithline/touchpoints';
import type { GraphChange } from '../graph-fact.ts';
import { CheckpointConflict, type Checkpoint, type GraphStore } from '../graph-store.ts';
import type { ErasedAt, Naming } from '../naming.ts';
import type { ReferralGraph } from '../referral-graph.ts';
import { derivedAfter } from './derived-after.ts';
import type { Derived } from './derived.ts';
import { erasedAt } from './erased-at.ts';
import { fingerprintOf } from './fingerprint.ts';
import { InMemoryReferralGraph } from './in-memory-referral-graph.ts';
import { Journal } from './journal.ts';
import { NamingTable } from './naming-table.ts';
import { referralsOf } from './referrals-of.ts';

/** What a snapshot hands back: everything computed that is worth keeping. */
export type Kept = Readonly<{ derived: Derived; naming: NamingTable }>;

/** The temporal graph in typed arrays: default store, engine of every replay. Strict as the others: one writer, changes with their checkpoint. */
export class InMemoryGraphStore implements GraphStore {
  readonly journal: Journal;
  #checkpoint: Checkpoint;
  /** As of when it was last asked for. */
  #derived: Derived | undefined;
  #naming: NamingTable | undefined;
  #newest: ReferralGraph | undefined;

  constructor(journal = new Journal(), checkpoint: Checkpoint = { position: 0, recordedAt: null, ledger: '' }, kept?: Kept) {
    this.journal = journal;
    this.#checkpoint = checkpoint;
    this.#derived = kept?.derived;
    this.#naming = kept?.naming;
  }

  async checkpoint(): Promise<Checkpoint> {
    return this.#checkpoint;
  }

  async apply(changes: readonly GraphChange[], from: number, to: Checkpoint): Promise<void> {
    if (this.#checkpoint.position !== from) {
      throw new CheckpointConflict(`the graph is at position ${this.#checkpoint.position}, not at ${from}: it has a second writer`);
    }
    for (const change of changes) this.#apply(change);
    this.#checkpoint = to;
    this.#newest = undefined;
    if (changes.length > 0) this.#naming = undefined;
  }

  /** The graph as of the checkpoint, to be asked. `naming` is the newest graph's; without it this graph is the newest. */
  graph(naming?: Naming): ReferralGraph {
    if (naming) return new InMemoryReferralGraph(this.derived(), this.#checkpoint, naming);
    return (this.#newest ??= new InMemoryReferralGraph(this.derived(), this.#checkpoint, this.naming()));
  }

  derived(): Derived {
    return (this.#derived = derivedAfter(this.#derived, this.journal));
  }

  naming(): NamingTable {
    return (this.#naming ??= new NamingTable(this.derived()));
  }

  /** What went with an erasure. */
  erased(): ErasedAt {
    return erasedAt(this.derived());
  }

  /** The referrals made for a person, under whichever of their ids: what a decision looks at, whatever was consented to. */
  referralsOf(person: PersonId): readonly ReferralId[] {
    return referralsOf(this.journal, person);
  }

  /** SHA-256 over every fact: two stores that applied the same log agree in it. */
  fingerprint(): string {
    return fingerprintOf(this.journal, this.#checkpoint);
  }

  #apply(change: GraphChange): void {
    if (change.change === 'record') this.journal.record(change.fact);
    else if (change.change === 'replace') this.journal.replace(change.fact);
    else this.journal.retract(change.position);
  }
}
