import type { Raw } from '@kithline/metrics';
import { Problem } from '@kithline/network';
import { readQuestion } from '@kithline/network/asking';
import { together } from '../asking/together.ts';
import { readWaitFor } from '../asking/wait-for.ts';
import { type EventsPage, ListEvents } from './list-events.ts';

/** Events on a page, unless `limit` says otherwise, and at most. */
const USUAL = 100;
const MOST = 1_000;

/** The page that was asked for. @throws Problem with everything that is wrong */
export function readPage(query: Raw): ListEvents {
  const { 'wait-for': position, ...options } = query;
  const [asked, wait] = together(
    () => readQuestion('events', options),
    () => readWaitFor(position),
    () => refuseLarge(options['limit']),
  );
  return new ListEvents(asked, asked.limit ?? USUAL, wait);
}

function refuseLarge(limit: Raw[string]): void {
  if (typeof limit !== 'string' || !(Number(limit) > MOST)) return;
  const message = `must be at most ${MOST}: the Link header leads to the next page`;
  throw new Problem('badRequest', 'invalid_question', `limit ${message}`, [{ field: 'limit', message }]);
}

/** Where the next page is, of the same K; undefined on the last. */
export function nextLink(query: Raw, { K, rows, more }: EventsPage): string | undefined {
  if (!more) return undefined;
  const { 'wait-for': _, ...options } = query;
  const next = { ...options, 'known-at': String(K), after: String(rows.at(-1)?.['position']) };
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(next)) for (const value of [values].flat()) parameters.append(name, String(value));
  return `</v1/events?${parameters.toString()}>; rel="next"`;
}
