/**
 * Where a continuous function changes its sign between `low` and `high`: false position after Illinois (Dowell and Jarratt 1971), which
 * never leaves the bracket. Where the sign does not change it is the end nearer to 0.
 */
export function zeroOf(f: (x: number) => number, low: number, high: number): number {
  let far = { x: low, y: f(low) };
  let near = { x: high, y: f(high) };
  if (Math.sign(far.y) === Math.sign(near.y)) return Math.abs(far.y) <= Math.abs(near.y) ? low : high;
  for (let step = 0; step < 200 && near.y !== 0; step++) {
    const x = near.x - (near.y * (near.x - far.x)) / (near.y - far.y);
    if (Math.abs(x - near.x) <= Number.EPSILON * Math.abs(x)) return x;
    const y = f(x);
    // an end that stays counts half the next time, or it would stay for ever
    far = Math.sign(y) === Math.sign(near.y) ? { x: far.x, y: far.y / 2 } : near;
    near = { x, y };
  }
  return near.x;
}
