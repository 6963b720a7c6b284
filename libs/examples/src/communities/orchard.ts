import type { TouchpointEvent } from '@kithline/touchpoints';
import { eventsIn } from '../writing.ts';

const on = eventsIn('orchard');
/** Late enough that ninety days have passed since everything that matters. */
export const orchardValidAt = '2026-09-01T12:00:00Z';

/**
 * Who refers again. Rosa and tom refer people to two practitioners, dr-elm and dr-oak.
 *
 *      rosa ── ana (r1, completed 1 March) ──▶ dr-elm        rosa trusts dr-elm: bo follows within 90 days
 *      rosa ── bo  (r2, 20 April) ───────────▶ dr-elm
 *      tom  ── cai (r3, completed 1 March) ──▶ dr-elm        tom refers again, but elsewhere
 *      tom  ── dee (r4, 10 April) ───────────▶ dr-oak
 *      ana  ── eli (r5, 1 March) ────────────▶ dr-elm        ana tells a friend after her first session on 10 February
 *      dr-elm ─ cai (r6, 15 March) ──────────▶ dr-oak        dr-elm, who had accepted cai on 3 February, refers him on; he is back
 *
 * Within 90 days, at orchardValidAt: return 1 of 2 (cai), referrer 1 of 2 (rosa yes, tom no), client 1 of 2 (ana yes, cai no),
 * onward 1 of 2 (r1 no, r3 yes). In the 90 days ending on 30 April, share 1 of 6 (r2; all six have a referrer).
 */
export const orchard: readonly TouchpointEvent[] = [
  on('2026-01-01').founded('Orchard', 'UTC'),
  on('2026-01-02').profiled('dr-elm'),
  on('2026-01-02').profiled('dr-oak'),
  ...['dr-elm', 'dr-oak', 'rosa', 'tom', 'ana', 'bo', 'cai', 'dee', 'eli'].map((person) => on('2026-01-03').consented(person)),
  on('2026-02-01').referred('r1', { person: 'ana', practitioner: 'dr-elm', referrer: 'rosa' }),
  on('2026-02-02').referred('r3', { person: 'cai', practitioner: 'dr-elm', referrer: 'tom' }),
  on('2026-02-03').moved('r1', 'ReferralAccepted'),
  on('2026-02-03').moved('r3', 'ReferralAccepted'),
  on('2026-02-10').session('SessionAttended', 'r1', 's1'),
  on('2026-02-12').session('SessionAttended', 'r3', 's3'),
  on('2026-03-01T10:00:00Z').moved('r1', 'ReferralCompleted', { reason: 'completed' }),
  on('2026-03-01T11:00:00Z').moved('r3', 'ReferralCompleted', { reason: 'completed' }),
  on('2026-03-01T15:00:00Z').referred('r5', { person: 'eli', practitioner: 'dr-elm', referrer: 'ana' }),
  on('2026-03-15').referred('r6', { person: 'cai', practitioner: 'dr-oak', referrer: 'dr-elm', source: 'practitioner' }),
  on('2026-04-10').referred('r4', { person: 'dee', practitioner: 'dr-oak', referrer: 'tom' }),
  on('2026-04-20').referred('r2', { person: 'bo', practitioner: 'dr-elm', referrer: 'rosa' }),
];
