import { entriesOf, type NetworkLog, Problem, reusedIn, type Bases, type ProblemJson } from '@kithline/network';
import type { Batch, Reject } from '@kithline/network/reading';
import type { Recorded, Recorder } from './import-file.ts';

/** What a server says of one line (README, HTTP). */
type Result = Omit<Reject, 'line'> & Readonly<{ line: number; outcome: string; declared?: number }>;

/** Records at a server. `log` is read along, to find rows of a table that must be rejected as a whole. */
export function recordingThere(server: URL, log: NetworkLog, bases: Bases | undefined): Recorder {
  const url = new URL('/v1/events', server);
  if (bases) {
    url.searchParams.set('consent-basis', bases.basis.statement);
    url.searchParams.set('purposes', bases.basis.purposes.join(','));
  }
  return async (batch) => {
    const rejected = await rejectedRows(log, batch);
    const refused = new Set(rejected.map(({ line }) => line));
    const sent = batch.lines.flatMap((line, i) => (refused.has(batch.numbers[i] ?? 0) ? [] : [{ line, number: batch.numbers[i] ?? 0 }]));
    const results = sent.length === 0 ? [] : await post(url, sent.map(({ line }) => `${line}\n`).join(''));
    const own = [...batch.rejects, ...rejected];
    return recordedBy(results, (line) => sent[line - 1]?.number ?? 0, own);
  };
}

/** Rows that make several events, one of which has an id that stands for something else: none of them is recorded. */
async function rejectedRows(log: NetworkLog, batch: Batch): Promise<readonly Reject[]> {
  const single = new Set(batch.numbers).size === batch.numbers.length;
  return single ? [] : reusedIn(log, entriesOf(batch, new Map()));
}

async function post(url: URL, body: string): Promise<readonly Result[]> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/x-ndjson' } });
  if (!response.ok) throw problemOf((await response.json()) as ProblemJson);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  const results = lines.map((line) => JSON.parse(line) as Result & ProblemJson);
  const failed = results.find(({ outcome }) => outcome === 'failed');
  if (failed) throw problemOf(failed);
  return results;
}

const problemOf = ({ code, detail, errors }: ProblemJson): Problem => new Problem('failed', code, `the server says: ${detail}`, errors);

function recordedBy(results: readonly Result[], numberOf: (line: number) => number, own: readonly Reject[]): Recorded {
  const count = (is: (result: Result) => boolean): number => results.filter(is).length;
  const theirs = results
    .filter(({ outcome }) => outcome === 'rejected')
    .map(({ line, field, reason, errors }) => ({ line: numberOf(line), field, reason, ...(errors && { errors }) }));
  return {
    written: count(({ outcome }) => outcome === 'written'),
    known: count(({ outcome }) => outcome === 'known'),
    declared: count(({ declared }) => declared !== undefined),
    rejects: [...own, ...theirs].sort((a, b) => a.line - b.line),
  };
}
