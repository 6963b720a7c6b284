import type { GraphChange } from '../../graph-fact.ts';
import { CheckpointConflict, type Checkpoint } from '../../graph-store.ts';
import type { Journal } from '../../in-memory/journal.ts';
import { decode } from '../blocks/codec.ts';
import { type Covered, toMerge } from '../blocks/compaction.ts';
import { merged } from '../blocks/merged.ts';
import type { Reading } from '../reading/reader.ts';
import { type Answered, type Server, whole } from '../server.ts';
import { Stories } from '../stories/stories.ts';
import { type Batch, batchOf } from './batch.ts';
import type { Components } from './components.ts';
import { redeclined } from './declines.ts';
import { RunningFirsts } from './firsts.ts';
import { Groups } from './groups.ts';
import { Recordings } from './recording.ts';
import { type Step, stepIf, stepsOf, written } from './steps.ts';

/** Where a writer begins: what was written up to a checkpoint. */
export type Begun = Reading & Readonly<{ blocks: readonly Covered[]; components: Components }>;

/** Whether these are still the blocks that a writer knows: another writer may have merged them, or be about to. */
const areThose = (blocks: readonly Answered[], known: readonly Covered[]): boolean =>
  blocks.length === known.length &&
  blocks.every(({ first, last, data }, i) => first === known[i]!.first && last === known[i]!.last && data !== null);

/**
 * The writing side of one generation, in step with its checkpoint: it has the journal, and so knows which ids are new and what stood
 * where. After a failure it may be out of step, and another one is made from the columns.
 */
export class Writer {
  readonly #server: Server;
  readonly #g: unknown;
  readonly #journal: Journal;
  readonly #firsts: RunningFirsts;
  readonly #groups: Groups;
  readonly #components: Components;
  readonly #stories: Stories;
  #blocks: readonly Covered[];
  #batch: number;
  #position: number;

  constructor(server: Server, generation: number, { journal, standing, blocks, components }: Begun) {
    this.#server = server;
    this.#g = whole(generation);
    this.#journal = journal;
    this.#firsts = new RunningFirsts(journal);
    this.#groups = new Groups(journal);
    this.#components = components;
    this.#stories = new Stories(journal);
    this.#blocks = blocks;
    this.#batch = standing.batch;
    this.#position = standing.position;
  }

  get position(): number {
    return this.#position;
  }

  /** @throws CheckpointConflict, GraphUnavailable; this writer is of no use then */
  async apply(changes: readonly GraphChange[], to: Checkpoint): Promise<void> {
    const batch = batchOf(this.#journal, changes);
    const next = this.#batch + 1; // also of nothing: readers go by it, and the ledger may say something else
    const columns = written(batch.block, { first: next, last: next });
    const { steps, turned } = this.#steps(batch);
    const advance = { statement: 'generation/advance', parameters: this.#advance(to, { next, turned }) };
    await this.#commit([advance, ...steps, { statement: 'blocks/write', parameters: columns.parameters }], to.position);
    this.#blocks = [...this.#blocks, columns.covered];
    this.#batch = next;
    this.#position = to.position;
  }

  /**
   * Merges blocks where that is due, each time in a transaction of its own. What they say stays the same, so nobody is disturbed.
   * Gives the writer to go on with: none when somebody else wrote or merged meanwhile. @throws GraphUnavailable
   */
  async tidy(): Promise<Writer | undefined> {
    for (let run = toMerge(this.#blocks); run.length > 0; run = toMerge(this.#blocks)) {
      const range = { first: run[0]!.first, last: run.at(-1)!.last };
      const asked = { g: this.#g, first: whole(range.first), last: whole(range.last) };
      const blocks = await this.#server.read('blocks/between', asked);
      if (!areThose(blocks, run)) return undefined;
      const { covered, parameters } = written(merged(await Promise.all(blocks.map(({ data }) => decode(data as string)))), range);
      const where = { g: this.#g, batch: whole(this.#batch), count: whole(run.length) };
      const replaced = await this.#server.change('blocks/replace', { ...where, ...parameters });
      if (replaced.length === 0) return undefined;
      this.#blocks = [...this.#blocks.slice(0, -run.length), covered];
    }
    return this;
  }

  /** What a batch changes beside its columns; `turned`: something of before reads otherwise now. */
  #steps(batch: Batch): Readonly<{ steps: readonly Step[]; turned: boolean }> {
    const regrouped = this.#groups.advance(this.#journal, batch);
    const firsts = this.#firsts.advance(this.#journal, { from: batch.mark.rows, rewritten: batch.rewritten });
    const declined = redeclined(this.#journal, batch);
    const united = this.#components.advance(this.#journal, batch.facts);
    const stories = this.#stories.advance(this.#journal, batch);
    const facts = [
      ...stepsOf(batch),
      ...stepIf('components/unite', 'rows', united),
      ...stepIf('nodes/community-since', 'rows', firsts.rows),
      ...stepIf('nodes/represent', 'rows', regrouped),
      ...stepIf('nodes/story', 'rows', stories),
    ];
    const late = batch.facts.some(({ position }) => position <= this.#position);
    const turned = late || batch.rewritten || regrouped.length > 0 || firsts.turned;
    const beside = stepIf('record/declined', 'ids', declined);
    return { steps: this.#mirrored([...facts, ...beside], { batch, declined, anew: regrouped.length > 0 || batch.rewritten }), turned };
  }

  /** The steps, and what is to be done beside introductions of merged persons. */
  #mirrored(steps: readonly Step[], { batch, declined, anew }: Readonly<{ batch: Batch; declined: readonly string[]; anew: boolean }>) {
    if (anew) return [{ statement: 'mirrors/clear', parameters: {} }, ...steps, { statement: 'mirrors/make', parameters: {} }];
    if (this.#groups.size === 0) return steps;
    const beside = new Recordings(this.#journal.tables.sources);
    for (const fact of this.#groups.between(batch.facts)) beside.addBeside(fact);
    return [...steps, ...beside.steps(), ...stepIf('record/also-declined', 'ids', declined)];
  }

  #advance(to: Checkpoint, { next, turned }: Readonly<{ next: number; turned: boolean }>) {
    return {
      ...{ from: whole(this.#position), batch: whole(this.#batch), next: whole(next), turned: turned ? whole(next) : null },
      ...{ position: whole(to.position), recordedAt: to.recordedAt === null ? null : whole(to.recordedAt), ledger: to.ledger },
      ...this.#firsts.span,
    };
  }

  /** All statements are sent at once; the first is the checkpoint’s, and what the others did is undone when that is not ours to move. */
  async #commit(steps: readonly Step[], position: number): Promise<void> {
    const always = { g: this.#g, recorded: whole(position) };
    await this.#server.together(async (run) => {
      const answers = steps.map(({ statement, parameters }) => run(statement, { ...always, ...parameters }));
      const all = Promise.all(answers);
      all.catch(() => undefined); // heard below, unless the checkpoint was not ours
      if ((await answers[0]!).length === 0) throw this.#notOurs();
      const rows = await all;
      steps.forEach(({ statement, expected }, i) => {
        const recorded = rows[i]![0]?.['recorded'];
        if (expected !== undefined && recorded !== expected)
          throw new Error(
            `${statement} recorded ${String(recorded)} of ${expected} facts: the graph lacks nodes it should have; rebuild it`,
          );
      });
    });
  }

  #notOurs(): CheckpointConflict {
    return new CheckpointConflict(`the graph is not at position ${this.#position} any more: it has a second writer`);
  }
}
