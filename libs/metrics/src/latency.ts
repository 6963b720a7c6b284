import { DAY } from '@kithline/touchpoints';
import { cohortsAsked } from './cohorts.ts';
import type { Draft } from './draft.ts';
import { scopeOf, type Frame } from './frame.ts';
import { elapsed, spelled } from './spelling/durations.ts';
import type { Asked } from './spelling/questions.ts';
import type { Reading } from './survival.ts';
import { survivalDraft } from './survival-draft.ts';

/**
 * Referral-to-session latency (METRICS C5, C5b). Unit = referral r, not person; T_r = s_r − o_r in days: o_r its ReferralMade (or
 * acceptance, or the client's first touch in the 180 days before), s_r its first (or third) attended treatment session.
 *
 * `aalen-johansen`: F̂₁(t) = Σ_{t_i≤t} Ŝ(t_i⁻)·d₁ᵢ/nᵢ, with Ŝ over all causes: closed referrals compete. The headline: "x% had a first
 * session by day 30".
 * `km`: Ŝ(t) = ∏_{t_i≤t}(1 − dᵢ/nᵢ), closed referrals censored: what would be if nobody were ever closed. Headline 1 − Ŝ(horizon).
 *
 * n is the number of referrals under observation, k those with the session by the horizon.
 */
export async function latency(asked: Asked<'latency'>, frame: Frame): Promise<Draft> {
  const cohorts = cohortsAsked(frame, asked);
  const { variant, session, clock, from } = asked;
  const durations = await frame.graph.latencies({
    ...scopeOf(frame, ['outcome_stats'], asked.by),
    from,
    session: session === '3' ? 3 : 1,
    clock,
    days: frame.calendars.periods('day'),
    cohorts: cohorts?.boundaries,
    clustered: asked.by !== undefined,
  });
  const reading: Reading = { headline: variant === 'km' ? 'event' : 'incidence', horizon: elapsed(asked.horizon) / DAY };
  return {
    ...(await survivalDraft(asked, frame, { durations, reading, label: cohorts?.label, local: session === '3' || cohorts?.local })),
    definition: { metric: 'latency', version: 1, parameters: { variant, session, clock, from, horizon: spelled(asked.horizon) } },
    variant,
  };
}
