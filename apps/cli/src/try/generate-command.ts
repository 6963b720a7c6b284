import { generate } from '@kithline/examples';
import { encodeLine, type TouchpointEvent } from '@kithline/touchpoints';
import { textOption, type Call, type Run } from '../door/door.ts';
import { Problem } from '@kithline/network';
import { exitCodes } from '../door/exit-codes.ts';
import { toOutput, type Output } from '../door/output.ts';
import { write, writeJson } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';

/** Lines written at a time. */
const PIECE = 1000;

/** `kithline generate [file]`: a made-up network of any size as CloudEvents NDJSON, on standard output where no file is named. */
export const run: Run = async (call) => {
  const most = numberOption(call, 'events') ?? Infinity;
  const events = wanted(call);
  let written = 0;
  const whole = await toOutput(call, async (output) => {
    written = await writeEvents(call, output, pieces(events, most));
    return !call.door.signal.aborted;
  });
  const [path = '-'] = call.args;
  if (whole && path !== '-') await tell(call, path, written);
  return whole ? exitCodes.ok : exitCodes.interrupted;
};

async function writeEvents(call: Call, output: Output, all: Iterable<readonly TouchpointEvent[]>): Promise<number> {
  const progress = progressOf(call.door, 'generating', call.json || output.path === undefined);
  let written = 0;
  for (const piece of all) {
    if (call.door.signal.aborted) break;
    await output.write(piece.map((event) => `${encodeLine(event)}\n`).join(''));
    written += piece.length;
    progress.show(written, undefined, `${written.toLocaleString('en-US')} events`);
  }
  progress.clear();
  return written;
}

async function tell({ json, door }: Call, path: string, events: number): Promise<void> {
  if (json) return writeJson(door.out, { file: path, events });
  const count = events.toLocaleString('en-US');
  await write(door.out, `${count} events of a made-up network are in ${path}: kithline import ${path} records them.\n`);
}

function wanted(call: Call): Iterable<TouchpointEvent> {
  const people = numberOption(call, 'people') ?? enoughFor(numberOption(call, 'events'));
  const from = textOption(call, 'from') ?? '2025-01-01T00:00:00Z';
  const to = textOption(call, 'to') ?? '2026-01-01T00:00:00Z';
  const referrals = numberOption(call, 'referrals');
  const plan = { people, touchpoints: numberOption(call, 'touchpoints') ?? 5 * people, seed: numberOption(call, 'seed') ?? 1, from, to };
  return explained(() => generate({ ...plan, ...(referrals !== undefined && { referrals }) }));
}

/** A network makes some 25 events a person; who asks for events alone gets as many. */
const enoughFor = (events: number | undefined): number => (events === undefined ? 1000 : Math.max(1000, Math.ceil(events / 20)));

/** The generator says which field cannot be when it is first asked. */
function* explained(make: () => Iterable<TouchpointEvent>): Generator<TouchpointEvent> {
  try {
    yield* make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [field = '', ...message] = error.message.split(': ');
    throw new Problem('badRequest', 'invalid_option', error.message, [{ field, message: message.join(': ') }]);
  }
}

function numberOption(call: Call, name: string): number | undefined {
  const text = textOption(call, name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const message = `"${text}" must be a whole number`;
  throw new Problem('badRequest', 'invalid_option', `--${name} ${message}`, [{ field: name, message }]);
}

function* pieces(events: Iterable<TouchpointEvent>, most: number): Generator<readonly TouchpointEvent[]> {
  let piece: TouchpointEvent[] = [];
  let left = most;
  for (const event of events) {
    if (left-- <= 0) break;
    piece.push(event);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}
