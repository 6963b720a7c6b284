import { DAY, parseInstant } from '@kithline/touchpoints';

/** What to generate. Instants are RFC 3339; the network lives on the whole UTC days between them. */
export type Wanted = Readonly<{
  people: number;
  /** TouchpointRecorded events of members, exactly so many (a few more come from ids that are merged later). */
  touchpoints: number;
  /** Twice the number of people unless given. */
  referrals?: number;
  seed?: number;
  from: string;
  to: string;
}>;

/** The same with everything worked out. `firstDay` and `days` are whole days since 1970-01-01. */
export type NetworkPlan = Readonly<{
  people: number;
  touchpoints: number;
  referrals: number;
  communities: number;
  practitioners: number;
  seed: number;
  firstDay: number;
  days: number;
}>;

/** @throws RangeError naming the field that cannot be. */
export function planOf({ people, touchpoints, referrals = 2 * people, seed = 1, from, to }: Wanted): NetworkPlan {
  whole('people', people, 1);
  whole('touchpoints', touchpoints, 0);
  whole('referrals', referrals, 0);
  whole('seed', seed, Number.MIN_SAFE_INTEGER);
  const firstDay = Math.ceil(instant('from', from) / DAY);
  const days = Math.floor(instant('to', to) / DAY) - firstDay;
  if (days < 28) throw new RangeError(`to: must be at least 28 days after from, but ${to} is not that long after ${from}`);
  const communities = Math.max(1, Math.round(people / 1000));
  return {
    people,
    touchpoints,
    referrals,
    communities,
    practitioners: Math.max(3 * communities, Math.round(people / 100)),
    seed,
    firstDay,
    days,
  };
}

function whole(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${name}: must be a whole number of at least ${least}, not ${value}`);
}

function instant(name: string, text: string): number {
  const at = parseInstant(text);
  if (Number.isNaN(at)) throw new RangeError(`${name}: must be an RFC 3339 date-time such as 2026-01-01T00:00:00Z, not "${text}"`);
  return at;
}
