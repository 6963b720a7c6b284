export { answerQuestion, type Sources } from './answer-question.ts';
export type { EventRow } from './event-row.ts';
export { listEvents, type Listing } from './events.ts';
export { positionOf, type KnownAt } from './known-at.ts';
export { readQuestion } from './read-question.ts';
