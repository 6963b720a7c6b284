/** The table of docs/performance.md. */
import { availableParallelism, totalmem } from 'node:os';

const megabytes = (bytes) => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
const limit = ({ least, most, aim }) =>
  [least === undefined ? '' : `at least ${least}`, most === undefined ? '' : `at most ${most}`, aim === undefined ? '' : `aim ${aim}`]
    .filter(Boolean)
    .join(', ');
/** Nothing where nothing is wanted. */
const met = ({ ratio, wanted: { least, most } }) =>
  least === undefined && most === undefined ? '' : ratio >= (least ?? -Infinity) && ratio <= (most ?? Infinity) ? 'yes' : '**no**';
const figure = (ratio) => (ratio < 0.1 ? ratio.toFixed(3) : ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0));
const line = (row) =>
  `| ${row.what} | ${row.ours} | ${row.yardstick} | ${figure(row.ratio)} | ${limit(row.wanted)} | ${met(row)} | ${megabytes(row.peak)} |`;

export const page = (rows) => `# Performance

Written by \`npm run bench\` on Node.js ${process.versions.node}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB of memory. Each figure is the median of three
or five runs beside a yardstick taken in the same run, turn about, through EventStoreDB of 40 half seconds each (11 runs of \`follow\`);
absolute times depend on the machine and what else it does, ratios much less.
Imports and inserts are durable (\`synchronous = FULL\`). Questions are asked as by default (disclosure \`public\`), respect consent, V and
disclosure, and their answers are checked equal to DuckDB's, whose SQL respects only V.

| what | ours | yardstick | figure | wanted | met | peak memory |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}

\`figure\` is the ratio to the yardstick (of rates for import and replay, of times elsewhere), or the value itself where there is none:
bytes an event, milliseconds (p95 of a path, median of a chain, p99 over HTTP), seconds of a question.
`;
