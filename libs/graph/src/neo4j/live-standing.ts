/**
 * Where the live graph stands. `batch` is another one whenever anything of its generation has changed, also when `position` has not; `id` tells
 * the generation from one that had its number before the server was emptied.
 */
export type LiveStanding = Readonly<{ generation: number; id: string; batch: number; position: number }>;

type OfGeneration = Pick<LiveStanding, 'generation' | 'id'>;
type OfBatch = OfGeneration & Pick<LiveStanding, 'batch'>;

export const isOneGeneration = (a: OfGeneration, b: OfGeneration): boolean => a.generation === b.generation && a.id === b.id;

/** Whether nothing of the live graph has changed from one look to the other. */
export const isUnchanged = (a: OfBatch, b: OfBatch): boolean => isOneGeneration(a, b) && a.batch === b.batch;
