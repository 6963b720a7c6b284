import { problems } from './commands.ts';
import { type Part, refTo } from './schema.ts';

/** What an operation of looking after gives, takes, and may refuse beside bad input. */
type Looking = Readonly<{ answer: Part; parameters?: readonly Part[]; also?: readonly ('404' | '429')[] }>;

/** An operation that looks after log and graph. */
export const lookAfter = (
  operationId: string,
  [summary, description]: readonly [string, string],
  { answer, parameters = [], also = [] }: Looking,
): Part => ({
  operationId,
  summary,
  description,
  tags: ['looking after'],
  parameters,
  responses: {
    200: { description: 'It is done.', headers: { 'Kithline-Position': refTo('headers', 'Kithline-Position') }, content: answer },
    ...problems('400', ...also),
  },
});
