import * as crypto from 'node:crypto';

const hex = (bytes: string): Buffer => Buffer.from(bytes.replaceAll('-', ''), 'hex');

/** A function name → UUIDv5 (RFC 9562) in the namespace. SHA-1 names things here, it keeps no secret. */
export function uuid5In(namespace: string): (name: string) => string {
  const bytes = Buffer.alloc(16 + 3 * 2048);
  bytes.set(hex(namespace));
  return (name) => {
    if (name.length > 2048) return uuidFrom(crypto.createHash('sha1').update(bytes.subarray(0, 16)).update(name, 'utf8').digest('hex'));
    const end = 16 + bytes.write(name, 16, 'utf8');
    return uuidFrom(crypto.hash('sha1', bytes.subarray(0, end), 'hex'));
  };
}

/** The first 16 bytes of the digest, with version 5 and the variant set. */
function uuidFrom(sha1: string): string {
  const variant = ((parseInt(sha1.charAt(16), 16) & 3) | 8).toString(16);
  return `${sha1.slice(0, 8)}-${sha1.slice(8, 12)}-5${sha1.slice(13, 16)}-${variant}${sha1.slice(17, 20)}-${sha1.slice(20, 32)}`;
}

/** RFC 9562, appendix A. */
export const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
