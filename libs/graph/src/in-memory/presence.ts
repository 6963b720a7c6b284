import { compareIds, type Instant, type PersonId } from '@kithline/touchpoints';
import type { Community } from '../referral-graph.ts';
import { codeOf, knowledgeCodes, RETRACTED } from './codes.ts';
import type { Derived } from './derived.ts';

const founded = codeOf('CommunityFounded');
const made = codeOf('ReferralMade');
const drafted = codeOf('ReferralDrafted');
const says = Uint8Array.from({ length: 256 }, (_, code) => Number(code !== RETRACTED && !knowledgeCodes.has(code)));

/** Every community named by a fact at or before V, by id, with the time zone of its last founding by then. */
export function communitiesAt(derived: Derived, validAt: Instant): readonly Community[] {
  const { journal } = derived;
  const { communities, words } = journal.tables;
  const named = new Uint8Array(communities.count);
  const founding = new Int32Array(communities.count).fill(-1);
  for (let row = 0; row < journal.rows; row++) {
    const community = journal.community[row]!;
    if (community < 0 || says[journal.type[row]!] === 0 || journal.at[row]! > validAt) continue;
    named[community] = 1;
    if (journal.type[row] === founded && !(journal.at[founding[community]!]! > journal.at[row]!)) founding[community] = row;
  }
  return Array.from(named.keys())
    .filter((community) => named[community] === 1)
    .map((community) => {
      const row = founding[community]!;
      return { id: communities.text(community), timeZone: row < 0 ? null : words.text(journal.word[row]!) };
    })
    .sort((a, b) => compareIds(a.id, b.id));
}

/** Earliest and latest occurrence at or before V. */
export function spanAt({ journal }: Derived, validAt: Instant): Readonly<{ from: Instant; to: Instant }> | null {
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < journal.rows; row++) {
    const at = journal.at[row]!;
    if (says[journal.type[row]!] === 0 || at > validAt) continue;
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return from === Infinity ? null : { from, to };
}

/** Whether the person (any id of theirs) is named by a fact at or before V that their erasure did not take. */
export function knowsPerson(derived: Derived, person: PersonId, validAt: Instant): boolean {
  const number = derived.journal.tables.persons.find(person);
  if (number < 0 || derived.isErased(number)) return false;
  const representative = derived.identity.of[number]!;
  const { offsets, at } = derived.timelines;
  if (offsets[representative]! < offsets[representative + 1]! && at[offsets[representative]!]! <= validAt) return true;
  const members = new Set(derived.identity.membersOf(representative));
  return isNamedElsewhere(derived, members, validAt);
}

/** Practitioners and new introducers stand in facts that are in nobody's timeline but the client's. */
function isNamedElsewhere(derived: Derived, members: ReadonlySet<number>, validAt: Instant): boolean {
  const { journal } = derived;
  for (let row = 0; row < journal.rows; row++) {
    if (says[journal.type[row]!] === 0 || journal.at[row]! > validAt) continue;
    if (isSecondIn(derived, row, members) && !derived.isGone(journal.person[row]!, row)) return true;
  }
  return false;
}

function isSecondIn({ journal }: Derived, row: number, members: ReadonlySet<number>): boolean {
  if (members.has(journal.other[row]!)) return true;
  const code = journal.type[row];
  return (code === made || code === drafted) && members.has(journal.link[row]!);
}
