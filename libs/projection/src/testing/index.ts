/** For the specs of stores that stand elsewhere: histories to project, and every question to ask of what came of them. */
export * from './asking.ts';
export * from './busy-histories.ts';
export * from './cast.ts';
export * from './every-answer.ts';
