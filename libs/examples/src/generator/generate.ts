import { DAY, type TouchpointEvent } from '@kithline/touchpoints';
import { announceOpenDays, recordTouchpoints } from './gatherings.ts';
import { Network } from './network.ts';
import { foundCommunities, welcomeNewcomers } from './newcomers.ts';
import { type Wanted, planOf } from './plan.ts';
import { Referrals } from './referrals.ts';

/** One event in five hundred is written down one to seven days late. */
const lateness = 0.002;
const opensAt = 7 * 3600;
const openSeconds = 14 * 3600;

/**
 * A network of any size, day by day: a community for each thousand people, one practitioner for each hundred, 1.25 introductions and
 * two referrals a person with all that becomes of them, touchpoints, gatherings and questionnaires; everybody's own consent, and now and
 * then somebody who leaves, withdraws, or was registered twice. The same for the same seed; nothing is kept but ids and what is due.
 * Events come in order of time but for the late ones.
 *
 * @throws RangeError naming the field that cannot be.
 */
export function* generate(wanted: Wanted): Generator<TouchpointEvent, void, undefined> {
  const network = new Network(planOf(wanted));
  const referrals = new Referrals(network);
  const late = new Map<number, TouchpointEvent[]>();
  foundCommunities(network);
  for (let recorded = 0; network.today < network.plan.days; network.today++) {
    recorded = liveThroughToday(network, referrals, recorded);
    yield* late.get(network.today) ?? [];
    late.delete(network.today);
    for (const event of spreadOverTheDay(network)) {
      if (network.noise.chance(lateness)) postpone(event, network, late);
      else yield event;
    }
  }
  for (const events of late.values()) yield* events;
}

/** How many touchpoints have been recorded by tonight. */
function liveThroughToday(network: Network, referrals: Referrals, recorded: number): number {
  welcomeNewcomers(network);
  for (const action of network.agenda.get(network.today) ?? []) action();
  network.agenda.delete(network.today);
  announceOpenDays(network);
  if (network.personIds.length === 0) return recorded;
  referrals.goOn();
  return recordTouchpoints(network, recorded);
}

/** Gives what was said today its times, in the order in which it was said, between seven in the morning and nine at night. */
function spreadOverTheDay(network: Network): readonly TouchpointEvent[] {
  const { said } = network;
  const date = new Date((network.plan.firstDay + network.today) * DAY).toISOString().slice(0, 11);
  const pace = openSeconds / said.length;
  said.forEach((event, index) => {
    event.time = date + clock(opensAt + Math.floor(index * pace));
  });
  network.said = [];
  return said;
}

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const clock = (seconds: number): string =>
  `${twoDigits[Math.floor(seconds / 3600)]}:${twoDigits[Math.floor(seconds / 60) % 60]}:${twoDigits[seconds % 60]}Z`;

function postpone(event: TouchpointEvent, { today, noise }: Network, late: Map<number, TouchpointEvent[]>): void {
  const day = today + noise.between(1, 7);
  late.set(day, [...(late.get(day) ?? []), event]);
}
