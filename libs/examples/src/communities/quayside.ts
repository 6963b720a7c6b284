import type { TouchpointEvent } from '@kithline/touchpoints';
import { eventsIn } from '../writing.ts';

const on = eventsIn('quayside');

/**
 * Who introduced whom. Fay said no; gus found us in the directory and introduced hana, who does not wish to be named.
 *
 *      ana ──▶ ben ──▶ cleo ──▶ dev          gus ──▶ (hana) ──▶ ivo
 *       │       └────▶ eve
 *       └─ ✗ ─▶ fay
 *
 * chain dev = ana, ben, cleo, dev. chain ivo = gus, a member, ivo. introduced ana: size 4, depth 3. Roots: ana (4, 3) and gus (2, 2).
 * paths ana dev: 3 hops; paths dev ana: none, but 3 hops undirected. paths ana ivo: none.
 */
export const quayside: readonly TouchpointEvent[] = [
  on('2026-01-05').founded('Quayside', 'Europe/London'),
  on('2026-01-06').consented('ana'),
  on('2026-01-06').joined('ana', { pathway: 'outreach' }),
  ...introducedAndJoined('2026-01-12', 'ana', 'ben'),
  ...introducedAndJoined('2026-01-19', 'ben', 'cleo'),
  ...introducedAndJoined('2026-01-26', 'cleo', 'dev'),
  ...introducedAndJoined('2026-02-02', 'ben', 'eve'),
  on('2026-02-03').introduced('ana', 'fay'),
  on('2026-02-05').introductionDeclined('ana-fay'),
  on('2026-02-09').consented('gus'),
  on('2026-02-09').joined('gus', { pathway: 'directory' }),
  on('2026-02-16').consented('hana', ['attend', 'outcome_stats']),
  on('2026-02-16').introduced('gus', 'hana'),
  on('2026-02-17').introductionAccepted('gus-hana'),
  on('2026-02-18').joined('hana', { pathway: 'introduced', introductionId: 'gus-hana' }),
  ...introducedAndJoined('2026-02-23', 'hana', 'ivo'),
];

/** Introduced, accepted and joined on one day, with everything said yes to. */
function introducedAndJoined(day: string, introducer: string, person: string): TouchpointEvent[] {
  const introductionId = `${introducer}-${person}`;
  return [
    on(`${day}T09:00:00Z`).consented(person),
    on(`${day}T09:00:00Z`).introduced(introducer, person),
    on(`${day}T10:00:00Z`).introductionAccepted(introductionId),
    on(`${day}T18:00:00Z`).joined(person, { pathway: 'introduced', introductionId }),
  ];
}
