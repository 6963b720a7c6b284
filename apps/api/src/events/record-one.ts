import type { Bases, Network } from '@kithline/network';
import { Problem } from '@kithline/network';
import { batchesOf } from '@kithline/network/reading';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import type { FastifyReply } from 'fastify';
import { POSITION_HEADER } from '../asking/position.ts';

type One = Readonly<{ event: TouchpointEvent; bases: Bases | undefined; reply: FastifyReply }>;

/** Records one fact from elsewhere: 201 when it is written now, 200 when it was known. @throws Problem when its id stands for another */
export async function recordOne(network: Network, { event, bases, reply }: One): Promise<void> {
  const { value: batch } = (await batchesOf([[event]]).next()) as { value: Parameters<Network['record']>[0] };
  const { outcomes, rejects } = await network.record(batch, bases);
  const [reject] = rejects;
  const last = outcomes.at(-1);
  if (reject || !last)
    throw new Problem('conflict', 'id_reused', String(reject?.reason), [{ field: 'id', message: String(reject?.reason) }]);
  const { position, outcome } = last;
  void reply.code(outcome === 'written' ? 201 : 200).header(POSITION_HEADER, position);
  void reply.send({ outcome, position, id: storedId(event.source, event.id), stream: event.subject });
}
