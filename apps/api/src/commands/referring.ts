import type { EventLog } from '@kithline/log';
import type { GraphInUse } from '@kithline/network';
import { deciders, openStatuses, type OtherReferral, stateOf } from '@kithline/touchpoints';
import type { Way } from './perform.ts';

/** Milliseconds that making a referral waits for the graph to see what was recorded just before. */
const PATIENCE = 1_000;

/** A referral is made in the knowledge of the other ones of the same person: the graph says which, their streams how they stand. */
export async function referring(way: Way<unknown>, { log, graph }: Readonly<{ log: EventLog; graph: GraphInUse }>): Promise<Way<unknown>> {
  await graph.waitFor((await log.head()).position, PATIENCE);
  const { personId } = way.request.command.data as Readonly<{ personId: string }>;
  const others = await Promise.all((await graph.referralsOf(personId)).map((id) => otherReferral(log, id)));
  const command = { ...way.request.command, others: others.filter((other) => other !== undefined) };
  return { ...way, request: { ...way.request, command } };
}

async function otherReferral(log: EventLog, referralId: string): Promise<OtherReferral | undefined> {
  const stream = await log.readStream(`referral/${referralId}`);
  const { request, madeAt, status } = stateOf(
    deciders.referral,
    stream.map(({ event }) => event),
  );
  if (!request || madeAt === undefined) return undefined;
  const { practitionerId, communityId } = request;
  return { referralId, practitionerId, communityId, madeAt, open: (openStatuses as readonly string[]).includes(status) };
}
