import type { Group } from '../asking/answer.ts';
import { figures } from '../words/index.ts';

/** The group of an answer with that name. */
export const groupOf = <Kind extends Group>({ groups }: Readonly<{ groups: readonly Kind[] }>, name: string): Kind | undefined =>
  groups.find(({ group }) => group === name);

/** How a pathway is called on the screen; one that is not known here goes by its own name. */
export const pathwayName = (pathway: string | null): string => (pathway === null ? '–' : (figures.pathways[pathway] ?? pathway));
