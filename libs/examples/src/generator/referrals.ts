import type { EventType } from '@kithline/touchpoints';
import type { Network } from './network.ts';

/** What is tried next with a referral. */
const RECEIVE = 0;
const DECIDE = 1;
const BOOK = 2;
const SEE = 3;
const CONCLUDE = 4;

/** Referrals and what is next for each, in columns: there may be hundreds of thousands. */
export class Referrals {
  private readonly network: Network;
  private readonly client: Int32Array;
  private readonly next: Uint8Array;
  private readonly appointments: Uint8Array;
  /** Referrals with which something happens on each day. */
  private readonly due: number[][];
  private made = 0;

  constructor(network: Network) {
    const { referrals, days } = network.plan;
    this.network = network;
    this.client = new Int32Array(referrals);
    this.next = new Uint8Array(referrals);
    this.appointments = new Uint8Array(referrals);
    this.due = Array.from({ length: days }, () => []);
  }

  /** What happens to referrals today, and today's new ones. */
  goOn(): void {
    const { network, due } = this;
    for (const referral of due[network.today] ?? []) this.step(referral);
    due[network.today] = [];
    const made = network.dueBy(network.plan.referrals, 1, 1.2);
    while (this.made < made) this.make(this.made++);
  }

  private make(referral: number): void {
    const { network, client } = this;
    const person = network.someMember();
    const communityId = network.communityOf(person);
    const referralId = idOf(referral);
    const practitionerId = network.practitionerFor(person);
    const [kind, referrerId] = this.referrerOf(person);
    const data = { referralId, personId: network.personIds[person], practitionerId, communityId, source: { kind } };
    const known = referrerId !== undefined && referrerId !== practitionerId;
    network.say('ReferralMade', `referral/${referralId}`, communityId, known ? { ...data, referrerId } : data);
    client[referral] = person;
    this.later(referral, RECEIVE, network.noise.between(1, 2));
  }

  /** Six in ten by a member who was there before, two by a practitioner, the rest through the directory or by the person. */
  private referrerOf(person: number): readonly [kind: string, referrer: string | undefined] {
    const { network } = this;
    const luck = network.noise.fraction();
    const neighbour = luck < 0.6 ? network.neighbourOf(person) : undefined;
    if (neighbour !== undefined) return ['introducer', network.personIds[neighbour]];
    return luck < 0.8 ? ['practitioner', network.practitionerFor(person)] : [luck < 0.95 ? 'directory' : 'self', undefined];
  }

  private step(referral: number): void {
    const luck = this.network.noise.fraction();
    const next = this.next[referral];
    if (next === RECEIVE) this.receive(referral);
    else if (next === DECIDE) this.decide(referral, luck);
    else if (next === BOOK) this.book(referral, luck);
    else if (next === SEE) this.see(referral, luck);
    else this.move(referral, 'ReferralCompleted', 'completed');
  }

  private receive(referral: number): void {
    this.move(referral, 'ReferralReceived');
    this.later(referral, DECIDE, this.network.noise.between(1, 4));
  }

  private decide(referral: number, luck: number): void {
    if (luck < 0.002) return this.move(referral, 'ReferralEnteredInError', 'duplicate');
    if (luck < 0.08) return this.move(referral, 'ReferralRejected', 'no_capacity');
    if (luck < 0.13) return this.move(referral, 'ReferralCancelled', 'withdrew');
    this.move(referral, 'ReferralAccepted');
    this.later(referral, BOOK, this.network.noise.between(1, 20));
  }

  private book(referral: number, luck: number): void {
    if (luck < 0.08) return this.move(referral, 'ReferralClosed', 'not_engaged');
    this.bookNext(referral);
    this.later(referral, SEE, this.network.noise.between(3, 40));
  }

  /** Attended, and booked for two weeks later or done with it; missed or cancelled, and booked again within the week. */
  private see(referral: number, luck: number): void {
    if (luck < 0.18) {
      this.appointment(referral, luck < 0.11 ? 'SessionMissed' : 'SessionCancelled');
      return this.later(referral, BOOK, this.network.noise.between(1, 7));
    }
    this.appointment(referral, 'SessionAttended');
    if (luck < 0.45) return this.later(referral, CONCLUDE, 7);
    this.bookNext(referral);
    this.later(referral, SEE, 14);
  }

  private bookNext(referral: number): void {
    this.appointments[referral] = (this.appointments[referral] as number) + 1;
    this.appointment(referral, 'SessionBooked');
  }

  private appointment(referral: number, type: EventType): void {
    const referralId = idOf(referral);
    const data = { referralId, sessionId: `${referralId}.${this.appointments[referral]}`, kind: 'treatment' };
    this.network.say(type, `referral/${referralId}`, this.communityOf(referral), data);
  }

  private move(referral: number, type: EventType, reason?: string): void {
    const referralId = idOf(referral);
    this.network.say(
      type,
      `referral/${referralId}`,
      this.communityOf(referral),
      reason === undefined ? { referralId } : { referralId, reason },
    );
  }

  private communityOf(referral: number): string {
    return this.network.communityOf(this.client[referral] as number);
  }

  private later(referral: number, next: number, days: number): void {
    this.next[referral] = next;
    this.due[this.network.today + days]?.push(referral);
  }
}

const idOf = (referral: number): string => `r-${referral.toString(36)}`;
