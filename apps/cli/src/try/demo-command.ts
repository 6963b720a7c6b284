import { demoEvents, demoValidAt } from '@kithline/examples';
import { IdReused, type SqliteLog } from '@kithline/log';
import { answer, type Answer, type Answerable } from '@kithline/metrics';
import { formatInstant, type TouchpointEvent } from '@kithline/touchpoints';
import { openToWrite, requireFolder } from '../stores/data-folder.ts';
import { textOption, type Call, type Run } from '../door/door.ts';
import { Problem } from '@kithline/network';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../stores/graph.ts';
import { printAnswer } from '../ask/print/answer.ts';
import { readQuestion } from '../ask/read-question.ts';

/** Which figures the demo shows: a heading, and the question as it is typed. */
const shown: readonly (readonly [title: string, question: string, options: Readonly<Record<string, string>>])[] = [
  ['Scheduled within 30 days of an engagement', 'conversion', { by: 'community' }],
  ['The same by how people came', 'conversion', { by: 'pathway', compare: 'introduced,directory' }],
  ['From referral to first session', 'latency', { by: 'pathway', compare: 'introduced,directory', horizon: '60d' }],
  ['Change of PHQ-9 a week after', 'outcome-change', { instrument: 'PHQ-9' }],
  ['Who comes back, month by month', 'retention', { period: 'month', by: 'cohort' }],
];

/** `kithline demo`: the demonstration network, recorded and asked. */
export const run: Run = async (call) => {
  const disclosure = textOption(call, 'disclosure') ?? 'none';
  const asked = shown.map(([title, name, options]) => {
    const raw = { ...options, disclosure, 'valid-at': instant(demoValidAt) };
    return { title, line: lineOf(call, name, raw), question: readQuestion(name, [], raw) as Answerable };
  });
  requireFolder(call, 'name a folder for the demo with --data');
  const log = await openToWrite(call);
  try {
    await recordDemo(call, log);
    const graph = (await openGraph(call, log)).graph();
    const answers: { title: string; line: string; found: Answer }[] = [];
    for (const { title, line, question } of asked) answers.push({ title, line, found: await answer(graph, question) });
    if (call.json)
      await writeJson(call.door.out, { disclosure, answers: answers.map(({ title, line, found }) => ({ title, line, answer: found })) });
    else await tell(call, answers);
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};

const instant = (at: number | string): string => (typeof at === 'string' ? at : formatInstant(at));

/** The command line that asks this again. */
const lineOf = ({ folder }: Call, name: string, options: Readonly<Record<string, string>>): string =>
  `kithline ${name} ${Object.entries({ data: folder, ...options })
    .map(([option, value]) => `--${option} ${value}`)
    .join(' ')}`;

/** Records the demo unless it is there. A log of other events stays as it is. */
async function recordDemo({ folder }: Call, log: SqliteLog): Promise<void> {
  const inUse = new Problem(
    'conflict',
    'log_in_use',
    `the log in ${folder} holds other events: name another folder for the demo with --data`,
  );
  const events = demoEvents();
  const { position } = await log.head();
  const [first] = log.readPage(0, 1);
  if (first && (position !== events.length || !isSame(first.event, events[0]))) throw inUse;
  await log.record(events).catch((error: unknown) => {
    throw error instanceof IdReused ? inUse : error;
  });
}

const isSame = (a: TouchpointEvent, b: TouchpointEvent | undefined): boolean => a.source === b?.source && a.id === b.id;

async function tell({ door, folder }: Call, answers: readonly Readonly<{ title: string; line: string; found: Answer }>[]): Promise<void> {
  await write(
    door.out,
    `A made-up network of three communities, recorded in ${folder}. Its people are synthetic, so nothing needs to be hidden.\n`,
  );
  for (const { title, line, found } of answers) {
    await write(door.out, `\n── ${title} ${'─'.repeat(Math.max(3, 70 - title.length))}\n$ ${line}\n\n${printAnswer(found)}`);
  }
  await write(
    door.out,
    `\nWhat to type next: any of the lines above, --disclosure public to see what is hidden from the public, or\n${next(folder)}`,
  );
}

const next = (folder: string): string =>
  ['introduced --all', 'events --limit 5 --disclosure none', 'status'].map((line) => `  kithline ${line} --data ${folder}\n`).join('');
