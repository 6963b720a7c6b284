import type { GraphChange, GraphFact } from '../../graph-fact.ts';
import type { Journal } from '../../in-memory/journal.ts';
import type { TableName } from '../../in-memory/tables.ts';
import type { Block } from '../blocks/block.ts';
import { type Mark, markOf, writtenSince } from '../blocks/written.ts';
import { type Parameters, whole } from '../server.ts';
import { type Concerned, concernedBy } from '../stories/stories.ts';
import { type Kind, standsAt } from './placing.ts';
import { Recordings } from './recording.ts';

/** Rows of parameters by the statement they are for. */
export type Rows = Map<string, Parameters[]>;

/** What one batch of changes is in the graph. The journal has them applied already. */
export type Batch = Readonly<{
  /** How far the journal had come before. */
  mark: Mark;
  /** New ids by label, in the order in which they were met. */
  nodes: ReadonlyMap<Kind | 'source', readonly unknown[]>;
  /** Facts that no longer stand as they did. */
  forgotten: Rows;
  /** Whom those concerned. */
  unsettled: readonly Concerned[];
  recorded: Recordings;
  /** The facts that came to stand, or to read anew. */
  facts: readonly GraphFact[];
  /** Older rows were touched: what was read before does not hold any more. */
  rewritten: boolean;
  block: Block;
}>;

const add = (rows: Rows, statement: string, row: Parameters): void => {
  const known = rows.get(statement);
  if (known) known.push(row);
  else rows.set(statement, [row]);
};

/** Applies the changes to the journal, and says what they are in the graph. */
export function batchOf(journal: Journal, changes: readonly GraphChange[]): Batch {
  const mark = markOf(journal);
  const forgotten: Rows = new Map();
  const unsettled: Concerned[] = [];
  /** By position, how the fact reads in the end; null when it does not stand. */
  const last = new Map<number, GraphFact | null>();
  for (const change of changes) {
    const position = change.change === 'retract' ? change.position : change.fact.position;
    if (change.change !== 'record' && !last.has(position)) unsettled.push(...forget(journal, position, forgotten));
    last.set(position, applied(journal, change));
  }
  const facts = [...last.values()].filter((fact) => fact !== null);
  return { mark, ...writtenAs(journal, mark, facts), facts, forgotten, unsettled, ...whatWasWritten(mark, journal, last.keys()) };
}

function whatWasWritten(mark: Mark, journal: Journal, positions: Iterable<number>): Pick<Batch, 'block' | 'rewritten'> {
  const block = writtenSince(mark, journal, positions);
  return { block, rewritten: block.put.at.length > 0 };
}

/** What is retracted where nothing stands stays nothing. */
function applied(journal: Journal, change: GraphChange): GraphFact | null {
  if (change.change === 'record') journal.record(change.fact);
  else if (change.change === 'replace') journal.replace(change.fact);
  else journal.retract(change.position);
  return change.change === 'retract' ? null : change.fact;
}

function forget(journal: Journal, position: number, forgotten: Rows): readonly Concerned[] {
  const row = journal.rowAt(position);
  const place = row < 0 ? undefined : standsAt(journal, row);
  if (!place) return [];
  add(forgotten, `record/forget-${place.kind}`, { about: place.about, position: whole(position) });
  return [concernedBy(journal, row)];
}

function writtenAs(journal: Journal, mark: Mark, facts: readonly GraphFact[]): Pick<Batch, 'nodes' | 'recorded'> {
  const recorded = new Recordings(journal.tables.sources);
  for (const fact of facts) recorded.add(fact);
  return { recorded, nodes: newNodes(journal, mark) };
}

const labels: readonly (readonly [TableName, Kind])[] = [
  ['persons', 'person'],
  ['communities', 'community'],
  ['engagements', 'engagement'],
  ['introductions', 'introduction'],
  ['referrals', 'referral'],
  ['bases', 'consent-basis'],
];

function newNodes(journal: Journal, { tables }: Mark): Batch['nodes'] {
  const since = (name: TableName): readonly number[] =>
    Array.from({ length: journal.tables[name].count - tables[name] }, (_, i) => tables[name] + i);
  const nodes = new Map<Kind | 'source', readonly unknown[]>();
  for (const [name, kind] of labels) {
    const ids = since(name).map((number) => journal.tables[name].text(number));
    if (ids.length > 0) nodes.set(kind, ids);
  }
  const sources = since('sources').map((number) => ({ id: journal.tables.sources.text(number), number: whole(number) }));
  if (sources.length > 0) nodes.set('source', sources);
  return nodes;
}
