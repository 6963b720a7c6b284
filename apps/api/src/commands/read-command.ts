import { type FieldError, type Problem } from '@kithline/network';
import { type AnyCommand, canonicalInstant, formatInstant, formats, shapeOf } from '@kithline/touchpoints';
import { type CommandBody, surroundings } from './bodies/command-body.ts';
import type { Wish } from './perform.ts';
import { invalidCommand, problemsOfBody } from './read-body.ts';
import type { CommandRoute } from './table.ts';

type Given = Readonly<{ id: string; body: unknown; now: number }>;
type Told = Pick<Wish, 'command'> & Readonly<{ context: Pick<Wish['context'], 'community' | 'precision' | 'timeto'> }>;

/** The field of the data that the path holds. */
const idFieldOf = ({ becomes, kind }: CommandRoute): string | undefined => {
  const { key } = shapeOf(becomes);
  return key ?? (kind === 'consent-basis' ? 'basisId' : undefined);
};

/** What the path and the body say. @throws Problem with everything that is wrong with them */
export function readCommand(route: CommandRoute, { id, body = {}, now }: Given): Told {
  const errors = [...problemsOfId(route, id), ...problemsOfBody(route.Body, body)];
  if (errors.length > 0) throw invalidCommand(errors);
  const { time, precision, timeto, actor, community } = body as CommandBody;
  const at = (time === undefined ? undefined : canonicalInstant(time)) ?? formatInstant(now);
  const command: AnyCommand = { type: route.command, at, ...(actor !== undefined && { actor }), data: dataOf(route, id, body as object) };
  return { command, context: { community, precision, timeto } };
}

function problemsOfId(route: CommandRoute, id: string): FieldError[] {
  const message = formats['id']?.(id);
  return message === undefined ? [] : [{ field: idFieldOf(route) ?? 'id', message }];
}

/** The data in its one spelling, so that the same said in another one is known again. */
function dataOf(route: CommandRoute, id: string, body: object): object {
  const said = Object.fromEntries(Object.entries(body).filter(([name]) => !surroundings.includes(name)));
  const field = shapeOf(route.becomes).key;
  return shapeOf(route.becomes).spell(field === undefined ? said : { [field]: id, ...said });
}

/** The problem of an event that its fields together do not make, in the words of the command. */
export function ofTheCommand({ errors }: Readonly<{ errors: readonly FieldError[] }>): Problem {
  return invalidCommand(errors.map(({ field, message }) => ({ field: plain(field), message: plain(message) })));
}

const plain = (text: string): string => text.replaceAll(/\bdata\./g, '');
