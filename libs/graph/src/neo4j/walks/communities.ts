import { compareIds, type Instant } from '@kithline/touchpoints';
import type { Community } from '../../referral-graph.ts';
import { unmoved } from '../reading/checkpoint.ts';
import { whole } from '../server.ts';
import type { Ground } from './neighbourhood.ts';

type Founding = Readonly<{ at: Instant; position: number; timeZone: string }>;
type Heard = Readonly<{ id: string | null; foundings: readonly Founding[] }>;

/** Every community named by a fact at or before V, by id, with the time zone of its last founding by then. */
export async function communitiesOf({ server, generation, standing }: Ground, validAt: Instant): Promise<readonly Community[]> {
  const asked = { g: whole(generation), position: whole(standing.position), validAt: whole(Math.min(validAt, Number.MAX_SAFE_INTEGER)) };
  const [row] = await server.read('walks/communities', asked);
  const heard = unmoved(row, standing)['communities'] as readonly Heard[];
  return heard
    .flatMap(({ id, foundings }) => (id === null ? [] : [{ id, timeZone: zoneOf(foundings, standing.position, validAt) }]))
    .sort((a, b) => compareIds(a.id, b.id));
}

function zoneOf(foundings: readonly Founding[], known: number, validAt: Instant): string | null {
  const standing = foundings.filter(({ at, position }) => at <= validAt && position <= known);
  return standing.sort((a, b) => a.at - b.at || a.position - b.position).at(-1)?.timeZone ?? null;
}
