/**
 * Where a continuous function changes its sign between `low` and `high`: false position after Illinois (Dowell and Jarratt 1971), which
 * never leaves the bracket. An end is returned when the sign does not change.
 */
export function zeroOf(f: (x: number) => number, low: number, high: number): number {
  let [fLow, fHigh] = [f(low), f(high)];
  if (fLow === 0 || fLow > 0 === fHigh > 0) return Math.abs(fLow) <= Math.abs(fHigh) ? low : high;
  for (let step = 0, kept = 0; step < 200; step++) {
    const x = (low * fHigh - high * fLow) / (fHigh - fLow);
    const y = f(x);
    if (y === 0 || Math.abs(high - low) <= 1e-15 * Math.abs(x) || x === low || x === high) return x;
    if (y > 0 === fHigh > 0) {
      [high, fHigh] = [x, y];
      if (kept === -1) fLow /= 2; // an end that stays for two steps counts half, or it would stay for ever
      kept = -1;
    } else {
      [low, fLow] = [x, y];
      if (kept === 1) fHigh /= 2;
      kept = 1;
    }
  }
  return (low + high) / 2;
}
