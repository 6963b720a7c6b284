import { type EventType, type TouchpointEvent, eventTypes, wireType } from '@kithline/touchpoints';
import { Seeded } from '../seeded.ts';
import type { NetworkPlan } from './plan.ts';

/** An event of today, before it has its place in the day. */
type Draft = { -readonly [Field in keyof TouchpointEvent]: TouchpointEvent[Field] };

/**
 * The network as it grows: who there is, by number, and what has been said today. Person p lives in community p mod C, and so does
 * practitioner c, so that neighbours are found without searching.
 */
export class Network {
  readonly plan: NetworkPlan;
  readonly noise: Seeded;
  readonly communityIds: readonly string[];
  readonly practitionerIds: readonly string[];
  /** Ids of those who have joined, in order. */
  readonly personIds: string[] = [];
  /** What is to be said on a later day about members: few, so each is a function. */
  readonly agenda = new Map<number, (() => void)[]>();
  today = 0;
  said: Draft[] = [];
  private readonly source: string;
  private count = 0;

  constructor(plan: NetworkPlan) {
    this.plan = plan;
    this.noise = new Seeded(plan.seed);
    this.source = `urn:kithline:generated:${plan.seed}`;
    this.communityIds = Array.from({ length: plan.communities }, (_, c) => `k-${c.toString(36)}`);
    this.practitionerIds = Array.from({ length: plan.practitioners }, (_, c) => `c-${c.toString(36)}`);
  }

  say(type: EventType, subject: string, community: string, data: Draft['data']): void {
    const id = `e-${(this.count++).toString(36)}`;
    this.said.push({ specversion: '1.0', id, source: this.source, type: wire[type], time: '', subject, community, data });
  }

  /** Does something after so many days, unless that is after the end. */
  after(days: number, action: () => void): void {
    const day = this.today + days;
    const list = this.agenda.get(day);
    if (list) list.push(action);
    else if (day < this.plan.days) this.agenda.set(day, [action]);
  }

  communityOf(person: number): string {
    return this.communityIds[person % this.plan.communities] as string;
  }

  /** A member, those who joined lately more often: people drift away. */
  someMember(): number {
    const joined = this.personIds.length;
    return joined - 1 - Math.floor(joined * this.noise.fraction() ** 1.5);
  }

  /** Another member of the same community who was there before, or undefined. */
  neighbourOf(person: number): number | undefined {
    const { communities } = this.plan;
    const before = Math.floor(Math.min(person, this.personIds.length) / communities);
    return before === 0 ? undefined : (person % communities) + communities * this.noise.below(before);
  }

  practitionerFor(person: number): string {
    const { communities, practitioners } = this.plan;
    const home = person % communities;
    return this.practitionerIds[home + communities * this.noise.below(Math.floor((practitioners - home - 1) / communities) + 1)] as string;
  }

  /** How many of `total` are due by the end of today when the pace grows with the network (shape 1: evenly). */
  dueBy(total: number, share: number, shape: number): number {
    const gone = Math.min(1, (this.today + 1) / Math.ceil(this.plan.days * share));
    return Math.floor(total * gone ** shape);
  }
}

const wire = Object.fromEntries(eventTypes.map((type) => [type, wireType(type)])) as Record<EventType, string>;
