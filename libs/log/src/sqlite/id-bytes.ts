const bytes = Buffer.alloc(16);
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether a text may be a stored id at all. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** The 16 bytes of a UUID. They are overwritten by the next call; SQLite copies what it is given. */
export function idBytes(id: string): Buffer {
  let at = 0;
  for (let byte = 0; byte < 16; byte++, at += 2) {
    if (id.charCodeAt(at) === 45) at++;
    bytes[byte] = (nibble(id.charCodeAt(at)) << 4) | nibble(id.charCodeAt(at + 1));
  }
  return bytes;
}

/** `0` to `9`, `a` to `f`, `A` to `F` */
const nibble = (digit: number): number => (digit <= 57 ? digit - 48 : (digit | 32) - 87);
