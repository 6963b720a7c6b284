/** An opaque identifier: 1 to 128 characters without `/`, `,` or control characters, compared by its UTF-8 bytes. */
export type Id = string;
/** Persons, referrers, introducers and practitioners share one id space. */
export type PersonId = Id;
export type CommunityId = Id;
export type ReferralId = Id;

// eslint-disable-next-line no-control-regex -- control characters are what an id must not contain
const forbidden = /[/,\u0000-\u001f\u007f-\u009f]/;

/** Why `id` is not a valid identifier, or undefined when it is one. */
export function whyNotAnId(id: string): string | undefined {
  if (id.length === 0) return 'must not be empty';
  if (id.length > 128) return 'must have at most 128 characters';
  if (forbidden.test(id)) return 'must not contain "/", "," or control characters';
  if (!id.isWellFormed()) return 'must be well-formed Unicode';
  return undefined;
}

/** Orders ids by their UTF-8 bytes: negative, zero or positive as for Array.sort. */
export function compareIds(a: Id, b: Id): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointOrder(x) - codePointOrder(y);
  }
  return a.length - b.length;
}

/** UTF-16 orders surrogates before U+E000..U+FFFF; UTF-8 orders them after. */
const codePointOrder = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
