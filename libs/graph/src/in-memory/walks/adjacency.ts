/** Edges by person: those of person p stand at offsets[p] … offsets[p + 1] - 1, each with the neighbour it leads to and the row it comes from. */
export type Adjacency = Readonly<{ offsets: Uint32Array; neighbours: Int32Array; rows: Int32Array }>;

/** Calls `edge` for every edge, each time the same ones in the same order. */
export type Edges = (edge: (from: number, to: number, row: number) => void) => void;

export const outOf = (persons: number, edges: Edges): Adjacency => adjacency(persons, edges);
export const into = (persons: number, edges: Edges): Adjacency =>
  adjacency(persons, (edge) => edges((from, to, row) => edge(to, from, row)));

function adjacency(persons: number, edges: Edges): Adjacency {
  const offsets = new Uint32Array(persons + 1);
  edges((from) => offsets[from + 1]!++);
  for (let person = 0; person < persons; person++) offsets[person + 1]! += offsets[person]!;
  const neighbours = new Int32Array(offsets[persons]!);
  const rows = new Int32Array(offsets[persons]!);
  const next = offsets.slice();
  edges((from, to, row) => {
    const index = next[from]!++;
    neighbours[index] = to;
    rows[index] = row;
  });
  return { offsets, neighbours, rows };
}

/** For each person the smallest number among those connected with them, whichever way the edges point. */
export function componentsOf({ offsets, neighbours }: Adjacency): Int32Array {
  const root = Int32Array.from({ length: offsets.length - 1 }, (_, person) => person);
  const find = (person: number): number => {
    let at = person;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  for (let person = 0; person < root.length; person++) {
    for (let i = offsets[person]!; i < offsets[person + 1]!; i++) {
      const [a, b] = [find(person), find(neighbours[i]!)];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return root.map((_, person) => find(person));
}
