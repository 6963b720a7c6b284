import type { EventType } from '../event-types.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** From the data of version N to that of version N + 1, without loss. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** For each type that ever changed: the steps from v1 to v2, from v2 to v3 … */
export type Upcasters = Readonly<Partial<Record<EventType, readonly Upcaster[]>>>;

/**
 * Every type is at its first version. To change a shape: change it in src/schemas, add the step here and a line of the new version
 * to corpus/. Fields are never renamed or removed, and no line of the corpus is ever changed.
 */
export const upcasters: Upcasters = {};

/** The version in which events of this type are written and answered. */
export const newestVersion = (type: EventType, steps: Upcasters = upcasters): number => (steps[type]?.length ?? 0) + 1;
