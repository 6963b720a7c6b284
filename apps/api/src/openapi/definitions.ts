/** What each question means, in the words of the definitions (METRICS), which are the product's law for every figure. */
export const definitions: Readonly<Record<string, string>> = {
  retention:
    'Bounded: R_b(k) = |{p ∈ M_k : ∃ r ∈ Ret(p), a_p + kw ≤ t_r < a_p + (k+1)w, r ≻ S_p}| / |M_k|, M_k = {p : mature at (k+1)w}; k = 0 counts only strictly later returns. ' +
    'Rolling to a fixed horizon H: R_u(k;H) = |{p ∈ M_H : ∃ r : a_p + kw ≤ t_r ≤ a_p + H}| / |M_H|, provably non-increasing in k. ' +
    'Survival: lapse = first gap of at least L days after the last engagement; duration = last engagement before the gap − a_p; right-censored if V − last < L; Kaplan–Meier gives S(t). (METRICS C1 to C3)',
  're-engagement':
    'within(d) = share mature at d with at least one engagement in (a_p, a_p+d]; at(d,±7) = at least one in [a_p+d−7, a_p+d+7), mature at d+7; after(d) = at least one at or after a_p+d up to V; ' +
    'resurrected(L,d) = among those lapsed at least L at day d₀, the share returning within d. (METRICS C4)',
  latency:
    'Unit = referral, not person. T_r = s_r − o_r in days, o_r = ReferralMade, s_r = the earliest attended session of that referral. Rejected, cancelled, failed, died, completed or closed without a session compete. ' +
    'Aalen–Johansen is the headline: F̂₁(t) = Σ_{t_i≤t} Ŝ(t_i⁻)·d_{1i}/n_i, "x % had a first session by day 30"; Kaplan–Meier: Ŝ(t) = ∏_{t_i≤t}(1 − d_i/n_i), median = min{t : Ŝ(t) ≤ 0.5}, else not reached. (METRICS C5)',
  're-referral':
    'return: of concluded referrals mature at H, those whose person has a new referral in (concluded, +H]; high is not good. referrer: of (referrer, practitioner) pairs whose first referral has concluded, those whose referrer sends another person to the same practitioner within H. ' +
    'client: of (client, practitioner) from the first attended session, those where the client refers another person there within H. share: among referrals made in the H days ending at V, those whose referrer had referred to that practitioner before. onward: accepted and sent on within H. (METRICS C6)',
  conversion:
    'Units = attendees (person × engagement), not already in care at their CheckedIn t₀. Success comes after t₀, by the same person through any of their referrals: scheduled (SessionBooked) or first-session. Window: local date ≤ date(t₀)+30 (31 days). One success per unit. (METRICS C9)',
  'outcome-change':
    'Unit = attendee × engagement with a pre-score. pre = last score in [t₀−7d, t₀]; post = score with local date in [7,14] days after date(t₀), nearest day 7, fixed in advance. Δ = post − pre, negative = better. value = k/n = response rate; the changes are over the k. Regression to the mean warning. (METRICS C10)',
  chain:
    'Attributed introducer of a person: the introduction that MemberJoined names; else the first accepted one not after the first MemberJoined. Who joined without one is a root. The chain follows it to the root; a loop in imported facts ends the chain and is flagged. (METRICS C20)',
  introduced: 'The tree of attributed introductions below a person, or every root with the size and depth of its tree. (METRICS C20)',
  paths:
    'Shortest = fewest hops; one path, the smallest sequence of ids in byte order among the shortest, with the earliest of parallel edges at each hop; all-shortest = every distinct sequence of persons, with the kinds of each hop. From a person to themselves: the path of no hops. None: an empty answer. (METRICS C20)',
  events:
    'What was recorded, in order of position. Events are not masked by consent: `disclosure=none` only; where subject, data or actor holds an erased id, all that could tell of them is null.',
};
