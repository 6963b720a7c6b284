import type { Fields } from './field.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Whether every key of `object` is among `ranks`, stands in their order, and has a value. */
export function inOrder(object: JsonObject, ranks: ReadonlyMap<string, number>): boolean {
  let last = -1;
  for (const key in object) {
    const rank = ranks.get(key);
    if (rank === undefined || rank < last || object[key] == null) return false;
    last = rank;
  }
  return true;
}

/** name → its place among `names` */
export const ranksOf = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, rank) => [name, rank]));

/** Makes of the fields the function that gives valid data its one spelling: keys in the order of the fields. Copies only what changes. */
export function speller(fields: Fields): (data: JsonObject) => JsonObject {
  const names = Object.keys(fields);
  const ranks = ranksOf(names);
  const respelt = names.flatMap((name) => {
    const canonical = fields[name]?.canonical as ((value: unknown) => unknown) | undefined;
    return canonical ? [{ name, canonical }] : [];
  });
  return (data) => {
    let spelt = inOrder(data, ranks) ? data : pick(data, names);
    for (const { name, canonical } of respelt) {
      const value = spelt[name];
      const better = value === undefined ? value : canonical(value);
      if (better !== value) spelt = { ...spelt, [name]: better };
    }
    return spelt;
  };
}

function pick(data: JsonObject, names: readonly string[]): JsonObject {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (data[name] !== undefined) picked[name] = data[name];
  return picked;
}
