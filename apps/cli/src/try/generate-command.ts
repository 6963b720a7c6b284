import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { generate } from '@kithline/examples';
import { encodeLine, type TouchpointEvent } from '@kithline/touchpoints';
import { textOption, type Call, type Run } from '../door/door.ts';
import { exitCodes, Problem } from '../door/problem.ts';
import { writeJson } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';

/** Lines written at a time. */
const PIECE = 1000;

/** `kithline generate [file]`: a made-up network of any size as CloudEvents NDJSON, on standard output where no file is named. */
export const run: Run = async (call) => {
  const [path = '-'] = call.args;
  const most = numberOption(call, 'events') ?? Infinity;
  const events = wanted(call);
  const out = path === '-' ? call.door.out : createWriteStream(path);
  if (path !== '-') await once(out, 'open');
  const progress = progressOf(call.door, 'generating', call.json || path === '-');
  let written = 0;
  for (const piece of pieces(events, most)) {
    if (call.door.signal.aborted) break;
    if (!out.write(piece.map((event) => `${encodeLine(event)}\n`).join(''))) await once(out, 'drain');
    written += piece.length;
    progress.show(written, most === Infinity ? undefined : most, `${written.toLocaleString('en-US')} events`);
  }
  progress.clear();
  if (path === '-') return exitCodes.ok;
  out.end();
  await finished(out);
  if (call.json) await writeJson(call.door.out, { file: path, events: written });
  else
    call.door.out.write(
      `${written.toLocaleString('en-US')} events of a made-up network are in ${path}: kithline import ${path} records them.\n`,
    );
  return exitCodes.ok;
};

function wanted(call: Call): Iterable<TouchpointEvent> {
  const people = numberOption(call, 'people') ?? 1000;
  const from = textOption(call, 'from') ?? '2025-01-01T00:00:00Z';
  const to = textOption(call, 'to') ?? '2026-01-01T00:00:00Z';
  const referrals = numberOption(call, 'referrals');
  const plan = { people, touchpoints: numberOption(call, 'touchpoints') ?? 5 * people, seed: numberOption(call, 'seed') ?? 1, from, to };
  return explained(() => generate({ ...plan, ...(referrals !== undefined && { referrals }) }));
}

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
