import type { EventLog, Request } from '@kithline/log';
import { deciders, openStatuses, type OtherReferral, stateOf } from '@kithline/touchpoints';
import { caughtUp, type Known } from './caught-up.ts';

/** A referral is made in the knowledge of the other ones of the same person: the graph says which, their streams how they stand. */
export async function referring(request: Request, known: Known): Promise<Request> {
  await caughtUp(known);
  const { personId } = request.command.data as Readonly<{ personId: string }>;
  const others = await Promise.all((await known.graph.referralsOf(personId)).map((id) => otherReferral(known.log, id)));
  const command = { ...request.command, others: others.filter((other) => other !== undefined) };
  return { ...request, command };
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
