/** What is measured. Each part gives rows: what, ours, the yardstick, how they compare, what is asked of it, peak memory. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { child, kithline, median, RUNS, turnAbout, wholeProcess } from './measuring/run.mjs';
import { serving } from './serving.mjs';
import { storing } from './storing.mjs';

const EVENTS = 1_000_000;
const ms = (value) => (value < 10 ? `${value.toFixed(3)} ms` : `${Math.round(value).toLocaleString('en')} ms`);
const rate = (events, value) => `${Math.round((events / value) * 1000).toLocaleString('en')} events/s`;

/** The million events as a file, and as the log that importing them makes; made once a run. */
let made;
function million(folder) {
  if (made) return made;
  const [file, data] = [join(folder, 'events.ndjson'), join(folder, 'data')];
  kithline('generate', file, '--people', '40000', '--events', String(EVENTS), '--seed', '1');
  kithline('import', file, '--data', data);
  return (made = { file, data, log: join(data, 'log.sqlite') });
}

/** The command line's import against a bare insert of the finished rows. */
function importing(folder) {
  const { file, log } = million(folder);
  const { ours, yardstick, peak } = turnAbout(
    (run) => {
      const data = join(folder, `import-${run}`);
      const measured = kithline('import', file, '--data', data);
      rmSync(data, { recursive: true });
      return measured;
    },
    (run) => {
      const copy = join(folder, `insert-${run}.sqlite`);
      const measured = child('yardsticks/insert-rows.mjs', log, copy);
      rmSync(copy);
      return measured;
    },
  );
  return [
    {
      what: 'import of 1,000,000 events by the command line',
      ours: rate(EVENTS, ours),
      yardstick: `bare insert of the same rows: ${rate(EVENTS, yardstick)}`,
      ratio: yardstick / ours,
      wanted: { least: 0.6, aim: 0.9 },
      peak,
    },
  ];
}

/** Replay into the graph against reading and parsing. */
function replaying(folder) {
  const { log } = million(folder);
  const seen = [];
  const { ours, yardstick, peak } = turnAbout(
    () => {
      const measured = child('ours/replay-log.mjs', log);
      seen.push(measured);
      return measured;
    },
    () => child('yardsticks/read-rows.mjs', log),
  );
  const { events, bytes } = seen[0];
  return [
    {
      what: 'replay of them into the graph',
      ours: rate(events, ours),
      yardstick: `bare read and JSON.parse: ${rate(events, yardstick)}`,
      ratio: yardstick / ours,
      wanted: { least: 0.65, aim: 0.9 },
      peak,
    },
    {
      what: 'memory of that graph',
      ours: `${(bytes / events).toFixed(1)} bytes an event`,
      yardstick: '',
      ratio: bytes / events,
      wanted: { most: 120 },
      peak,
    },
  ];
}

/** Questions at 200,000 people. */
function questions() {
  const { events, found, peak } = child('questions.mjs', '200000');
  return Object.entries(found).map(([name, { ours, yardstick, p50, p95 }]) =>
    ours === undefined
      ? {
          what: `${name}, ${events.toLocaleString('en')} events`,
          ours: `${ms(p50)}, p95 ${ms(p95)}`,
          yardstick: '',
          ratio: name === 'chain' ? p50 : p95,
          wanted: { most: name === 'chain' ? 0.01 : 0.5 },
          peak,
        }
      : {
          what: `${name}, ${events.toLocaleString('en')} events`,
          ours: ms(ours),
          yardstick: `SQL on DuckDB: ${ms(yardstick)}`,
          ratio: ours / yardstick,
          wanted: { most: 1, aim: 0.15 },
          peak,
        },
  );
}

/** Starting: from a snapshot, for help, for a question. */
function starting(folder) {
  const { data } = million(folder);
  kithline('retention', '--data', data);
  const snapshot = join(
    data,
    readdirSync(data).find((name) => name.endsWith('.snapshot')),
  );
  const start = Array.from({ length: RUNS }, () => child('ours/start.mjs', snapshot));
  const [load, read] = [median(start.map((run) => run.loadMs)), median(start.map((run) => run.readMs))];
  const help = turnAbout(
    () => kithline('--help'),
    () => wholeProcess(['-e', '0']),
  );
  const question = Array.from({ length: RUNS }, () => kithline('retention', '--data', data));
  return [
    {
      what: 'start from a snapshot of 1,000,000 events',
      ours: ms(load),
      yardstick: `reading the file: ${ms(read)}`,
      ratio: load / read,
      wanted: { most: 3 },
      peak: Math.max(...start.map((run) => run.peak)),
    },
    {
      what: '`kithline --help`',
      ours: ms(help.ours),
      yardstick: `\`node -e 0\`: ${ms(help.yardstick)}`,
      ratio: help.ours / help.yardstick,
      wanted: { most: 4 },
      peak: help.peak,
    },
    {
      what: '`kithline retention` on them, from the snapshot',
      ours: ms(median(question.map((run) => run.ms))),
      yardstick: '',
      ratio: median(question.map((run) => run.ms)) / 1000,
      wanted: { most: 1 },
      peak: Math.max(...question.map((run) => run.peak)),
    },
  ];
}

export const parts = { import: importing, replay: replaying, questions, start: starting, api: serving, stores: storing };
