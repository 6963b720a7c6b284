import { basisIdOf, coreType, formatInstant, type ConsentBasisCommand } from '@kithline/touchpoints';
import { openLogToWrite, openStores } from '../stores/opened.ts';
import { listOption, textOption, type Call, type Run } from '../door/door.ts';
import { basesIn, basisIdIn, decideBasis, Problem, purposesOf, type ListedBasis } from '@kithline/network';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { textTable } from '../terminal/text-table.ts';

const actions: Readonly<Record<string, Run>> = {
  declare: (call) => record(call, (at) => ({ type: 'DeclareConsentBasis', at, data: basisOf(call) })),
  revoke: (call) =>
    record(call, (at) => ({ type: 'RevokeConsentBasis', at, data: { basisId: textOption(call, 'id') ?? basisIdOf(basisOf(call)) } })),
  list,
};

/** `kithline consent-basis declare|revoke|list`: on what basis the events of a source are there, in the operator's words. */
export const run: Run = async (call) => {
  const [name = ''] = call.args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new Problem('badRequest', 'invalid_command', `"${name}" is none of declare, revoke, list`);
  return action(call);
};

function basisOf(call: Call): Parameters<typeof basisIdOf>[0] {
  return {
    source: needed(call, 'source'),
    statement: needed(call, 'statement'),
    purposes: purposesOf(listOption(call, 'purposes'), 'purposes'),
  };
}

function needed(call: Call, name: string): string {
  const text = textOption(call, name);
  if (text !== undefined) return text;
  const message = `--${name} is missing`;
  throw new Problem('badRequest', 'invalid_option', message, [{ field: name, message }]);
}

async function record(call: Call, commandAt: (at: string) => ConsentBasisCommand): Promise<number> {
  const command = commandAt(formatInstant(call.door.now()));
  const { log, close } = await openLogToWrite(call);
  try {
    const events = await decideBasis(log, command);
    await log.record(events);
    const { position } = await log.head();
    const did =
      events.length === 0 ? 'It is so already; nothing was recorded.' : `${coreType(events[0]?.type ?? '')} at position ${position}.`;
    if (call.json) await writeJson(call.door.out, { basisId: basisIdIn(command), recorded: events.length, position });
    else await write(call.door.out, `${basisIdIn(command)}\n${did}\n`);
    return exitCodes.ok;
  } finally {
    await close();
  }
}

async function list(call: Call): Promise<number> {
  const { log, close } = await openStores(call);
  try {
    const bases = await basesIn(log);
    if (call.json) await writeJson(call.door.out, { rows: bases });
    else await write(call.door.out, bases.length === 0 ? 'No basis was declared.\n' : `${tableOf(bases)}\n`);
    return exitCodes.ok;
  } finally {
    await close();
  }
}

const tableOf = (bases: readonly ListedBasis[]): string =>
  textTable(
    ['basis', 'source', 'purposes', 'in force', 'since position', 'statement'],
    bases.map(({ basisId, source, purposes, inForce, position, statement }) => [
      ...[basisId, source, purposes.join(','), inForce ? 'yes' : 'revoked'],
      ...[String(position), statement],
    ]),
  );
