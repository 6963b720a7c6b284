import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { type Differences, Problem, type RebuildOrder, type Rebuilt } from '@kithline/network';
import { type Call, textOption } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { orderThere } from './writer-there.ts';

/** Has the projector build the graph anew beside the live one. Fails where both differ and that was not accepted. */
export async function rebuildThere(call: Call, graphs: Neo4jGraphs, order: RebuildOrder): Promise<number> {
  const rebuilt = await orderThere<Rebuilt>(call, graphs, order);
  if (!rebuilt) {
    call.door.err.write('kithline: the projector goes on with it\n');
    return exitCodes.interrupted;
  }
  if (call.json) await writeJson(call.door.out, rebuilt);
  else await write(call.door.out, inWords(rebuilt));
  return rebuilt.switched ? exitCodes.ok : exitCodes.failed;
}

/** What is asked for. @throws Problem */
export function rebuildOrderOf(call: Call): RebuildOrder {
  const throttle = throttleOf(call);
  return { rebuild: { accept: call.options.accept === true, ...(throttle !== undefined && { throttle }) } };
}

function throttleOf(call: Call): number | undefined {
  const text = textOption(call, 'throttle');
  if (text === undefined || /^[1-9]\d{0,8}$/.test(text)) return text === undefined ? undefined : Number(text);
  const message = `throttle must be a number of events a second; "${text}" is none`;
  throw new Problem('badRequest', 'invalid_option', message, [{ field: 'throttle', message }]);
}

function inWords({ generation, position, switched, compared, differences }: Rebuilt): string {
  if (compared === false)
    return `Generation ${generation} is live, up to position ${position} so far: kithline status --quick tells how it goes on.\n`;
  return differences === null
    ? `The graph is built anew up to position ${position} and agrees with the one before: generation ${generation} is live.\n`
    : `${differing(differences)}${
        switched
          ? `Generation ${generation} is live all the same.\n`
          : `The old one stays live: kithline rebuild --accept switches to generation ${generation}.\n`
      }`;
}

const differing = ({ subjects, rows }: Differences): string =>
  [
    `The graph built anew differs from the one before in ${subjects} subjects:\n`,
    ...rows.map(({ subject, facts, positions }) => `  ${subject}: ${facts} facts, at positions ${positions.join(', ')}\n`),
    ...(subjects > rows.length ? [`  … and ${subjects - rows.length} more\n`] : []),
  ].join('');
