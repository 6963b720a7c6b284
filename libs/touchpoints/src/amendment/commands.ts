import type { Command } from '../decider/command.ts';
import type { TouchpointEvent } from '../event.ts';

/** What the handler looked up. */
type Found = Readonly<{
  /** The event with the target's stored id in this stream, as it reads now; undefined when there is none. */
  found: TouchpointEvent | undefined;
}>;

export type AnnulEvent = Command<'AnnulEvent', 'EventAnnulled'> & Found;
export type CorrectEvent = Command<'CorrectEvent', 'EventCorrected'> & Found;

export type AmendmentCommand = AnnulEvent | CorrectEvent;
