import { id, instant, oneOf, optional } from './field.ts';
import { shapesOf } from './shape.ts';

export const sessionKinds = ['treatment', 'assessment'] as const;

const session = (meaning: string) =>
  shapesOf('referral', 'referralId')(meaning, {
    referralId: id('The referral the session belongs to.'),
    sessionId: id('The session.'),
    kind: oneOf('Treatment or assessment.', sessionKinds),
    at: optional(instant('The appointed start; enters no metric.')),
  });

export const sessionShapes = {
  SessionBooked: session('A session was booked.'),
  SessionAttended: session('The client came to the session. A session counts once, at its earliest attendance.'),
  SessionMissed: session('The client did not come to the session.'),
  SessionCancelled: session('The session was called off.'),
};
