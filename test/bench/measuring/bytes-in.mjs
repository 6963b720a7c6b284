/**
 * The bytes of every typed array that can be reached from an object by its public fields, each memory counted once. What is kept beside
 * them (a handful of maps and lists of exceptional rows) grows with merges and erasures, not with events.
 */
export function bytesIn(root) {
  const buffers = new Set();
  const seen = new Set();
  const visit = (value) => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer);
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      Object.values(value).forEach(visit);
    }
  };
  visit(root);
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
