import { DAY, type Instant, type TouchpointEvent, coreType, parseInstant } from '@kithline/touchpoints';
import { type LocalDay, localDayOf } from '../local-time.ts';
import { communities } from '../playbook.ts';

export type Fact = Readonly<{ type: string; at: Instant; community: string; data: Readonly<Record<string, unknown>> }>;
export type Told = Readonly<{ made: Fact; client: string; booked: readonly Fact[]; seen: Fact | undefined; end: Fact | undefined }>;

const zones = new Map(communities.map(({ id, timeZone }) => [id, timeZone]));
const endings = ['ReferralRejected', 'ReferralCancelled', 'ReferralFailed', 'ReferralCompleted', 'ReferralClosed'];

/** The local date of an event, where it happened. */
export const dateOf = ({ at, community }: Pick<Fact, 'at' | 'community'>): LocalDay => localDayOf(at, zones.get(community) ?? 'UTC');

/** The demo as whoever counts by hand would lay it out: facts, and what is known of each member and each referral. */
export class Field {
  readonly facts: readonly Fact[];
  readonly joined: readonly Fact[];
  readonly checkedIn: readonly Fact[];
  readonly referrals: readonly Told[];

  constructor(events: Iterable<TouchpointEvent>) {
    this.facts = [...events].map(({ type, time, community = '', data }) => ({
      type: coreType(type),
      at: parseInstant(time),
      community,
      data,
    }));
    this.joined = this.of('MemberJoined');
    this.checkedIn = this.of('CheckedIn');
    const ofReferral = by(this.facts, 'referralId');
    this.referrals = this.of('ReferralMade').map((made) => {
      const own = ofReferral.get(made.data['referralId']) ?? [];
      return {
        made,
        client: String(made.data['personId']),
        booked: own.filter(({ type }) => type === 'SessionBooked'),
        seen: own.find(({ type }) => type === 'SessionAttended'),
        end: own.find(({ type }) => endings.includes(type)),
      };
    });
  }

  of(...types: string[]): Fact[] {
    return this.facts.filter(({ type }) => types.includes(type));
  }

  /** The members who came this way, by id. */
  whoCame(pathway: string): Set<unknown> {
    return new Set(this.joined.filter(({ data }) => data['pathway'] === pathway).map(({ data }) => data['personId']));
  }
}

/** Facts by the value of one field of theirs. */
export function by(facts: readonly Fact[], name: string): Map<unknown, Fact[]> {
  const groups = new Map<unknown, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.data[name]);
    if (group) group.push(fact);
    else groups.set(fact.data[name], [fact]);
  }
  return groups;
}

type Wait = Readonly<{ days: number; outcome: 'seen' | 'ended' | 'waiting' }>;

export function waitOf({ made, seen, end }: Told, until: Instant): Wait {
  if (seen) return { days: (seen.at - made.at) / DAY, outcome: 'seen' };
  return end ? { days: (end.at - made.at) / DAY, outcome: 'ended' } : { days: (until - made.at) / DAY, outcome: 'waiting' };
}

/** Kaplan and Meier by hand: the first wait at which half or fewer still wait, and how many were at risk of it. */
export function medianWait(waits: readonly Wait[]): { days: number; atRisk: number } {
  let waiting = 1;
  const seen = waits.filter(({ outcome }) => outcome === 'seen').map(({ days }) => days);
  for (const days of [...new Set(seen)].sort((a, b) => a - b)) {
    const atRisk = waits.filter((wait) => wait.days >= days).length;
    waiting *= 1 - seen.filter((other) => other === days).length / atRisk;
    if (waiting <= 0.5 + 1e-9) return { days, atRisk };
  }
  throw new RangeError('More than half wait still.');
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, x) => sum + x, 0) / middle.length;
}
