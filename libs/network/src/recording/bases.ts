import { type EventLog, type Row, rowOf } from '@kithline/log';
import {
  basisEvent,
  basisIdOf,
  deciders,
  formatInstant,
  purposes as allPurposes,
  stateOf,
  type Basis,
  type ConsentBasisCommand,
  type Purpose,
  type TouchpointEvent,
} from '@kithline/touchpoints';
import { Problem } from '../problem/problem.ts';

/** What a basis covers unless its purposes are named (DESIGN, consent). */
const usualPurposes: readonly Purpose[] = ['outcome_stats', 'follow_up', 'name_in_chain'];

/** The stream of a basis. */
export const basisStream = (basisId: string): string => `consent-basis/${basisId}`;

/** The purposes named, or the usual ones. @throws Problem for a word that is no purpose */
export function purposesOf(named: readonly string[] | undefined, field: string): readonly Purpose[] {
  if (!named) return usualPurposes;
  const wrong = named.find((word) => !(allPurposes as readonly string[]).includes(word));
  if (wrong === undefined) return named as readonly Purpose[];
  const message = `"${wrong}" is not a purpose; those are ${allPurposes.join(', ')}`;
  throw new Problem('badRequest', 'invalid_option', message, [{ field, message }]);
}

type Streams = Pick<EventLog, 'readStream'>;

/**
 * The events that a command about a basis makes of its stream; none when it is so already.
 * @throws RuleBroken, InvalidEvent (words that cannot be stored)
 */
export async function decideBasis(log: Streams, command: ConsentBasisCommand): Promise<readonly TouchpointEvent[]> {
  const stream = await log.readStream(basisStream(basisIdIn(command)));
  const decider = deciders['consent-basis'];
  const state = stateOf(
    decider,
    stream.map(({ event }) => event),
  );
  return decider.decide(command, state).map((fact, i) => basisEvent(fact, stream.length + i));
}

/** The id of the basis that a command is about. */
export const basisIdIn = (command: ConsentBasisCommand): string =>
  command.type === 'DeclareConsentBasis' ? basisIdOf(command.data) : command.data.basisId;

/** The basis an import states for every source it meets. */
export class Bases {
  readonly basis: Omit<Basis, 'source'>;
  private readonly now: () => number;

  constructor(basis: Omit<Basis, 'source'>, now: () => number) {
    this.basis = basis;
    this.now = now;
  }

  /** The declaration for a source, ready to be stored directly before its first event; nothing when it is in force. */
  async toDeclare(log: Streams, source: string): Promise<readonly Row[]> {
    const data = { ...this.basis, source };
    return (await decideBasis(log, { type: 'DeclareConsentBasis', at: formatInstant(this.now()), data })).map(rowOf);
  }
}
