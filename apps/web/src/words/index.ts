/** Everything the screen says, in English, in one place. */
export { definitions, type Definition } from './definitions.ts';
export { figures } from './figures.ts';
export * as format from './format.ts';
export { hints, inCells } from './hints.ts';
export { notes } from './notes.ts';
export { page } from './page.ts';
