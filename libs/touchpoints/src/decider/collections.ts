import { isDeepStrictEqual } from 'node:util';

/** A copy of the map with one entry set. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);

/** A copy of the set with one more member. */
export const withMember = <T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> => new Set(set).add(member);

/** Whether two facts' data say the same; the order of keys says nothing. */
export const sameData = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);
