import { compareIds, type Instant, type PersonId } from '@kithline/touchpoints';
import type { Community } from '../referral-graph.ts';
import { codeOf, knowledgeCodes, REFERRED_SOMEBODY, RETRACTED } from './codes.ts';
import type { Derived } from './derived.ts';
import type { Journal } from './journal.ts';

const founded = codeOf('CommunityFounded');
const made = codeOf('ReferralMade');
const drafted = codeOf('ReferralDrafted');
const introduced = codeOf('IntroductionMade');
const says = Uint8Array.from({ length: 256 }, (_, code) => Number(code !== RETRACTED && !knowledgeCodes.has(code)));

/** When everything began and ended, and each community (by number) was first heard of. */
export type Firsts = Readonly<{ from: Instant; to: Instant; communities: Float64Array }>;
/** One look over all facts, kept as long as the graph stands. */
const firsts = new WeakMap<Derived, Firsts>();

function firstsOf(derived: Derived): Firsts {
  const known = firsts.get(derived) ?? firstsFrom(derived.journal, 0);
  firsts.set(derived, known);
  return known;
}

/** What the rows from this one on say. */
export function firstsFrom({ rows, type, at, community, tables }: Journal, first: number): Firsts {
  const communities = new Float64Array(tables.communities.count).fill(Infinity);
  let [from, to] = [Infinity, -Infinity];
  for (let row = first; row < rows; row++) {
    if (says[type[row]!] === 0) continue;
    const instant = at[row]!;
    if (instant < from) from = instant;
    if (instant > to) to = instant;
    const place = community[row]!;
    if (place >= 0 && instant < communities[place]!) communities[place] = instant;
  }
  return { from, to, communities };
}

/** Every community named by a fact at or before V, by id, with the time zone of its last founding by then. */
export function communitiesAt(derived: Derived, validAt: Instant): readonly Community[] {
  const { journal } = derived;
  const { communities, words } = journal.tables;
  const first = firstsOf(derived).communities;
  const founding = new Int32Array(communities.count).fill(-1);
  for (const row of journal.rowsOf(founded)) {
    const community = journal.community[row]!;
    if (journal.at[row]! <= validAt && !(journal.at[founding[community]!]! > journal.at[row]!)) founding[community] = row;
  }
  return Array.from(first.keys())
    .filter((community) => first[community]! <= validAt)
    .map((community) => {
      const row = founding[community]!;
      return { id: communities.text(community), timeZone: row < 0 ? null : words.text(journal.word[row]!) };
    })
    .sort((a, b) => compareIds(a.id, b.id));
}

/** Earliest and latest occurrence at or before V. */
export function spanAt(derived: Derived, validAt: Instant): Readonly<{ from: Instant; to: Instant }> | null {
  const { from, to } = firstsOf(derived);
  if (from > validAt || from === Infinity) return null;
  if (to <= validAt) return { from, to };
  const { rows, type, at } = derived.journal;
  let latest = from;
  for (let row = 0; row < rows; row++) if (says[type[row]!] === 1 && at[row]! <= validAt && at[row]! > latest) latest = at[row]!;
  return { from, to: latest };
}

/** Whether the person (any id of theirs) is named by a fact at or before V that their erasure did not take. */
export function knowsPerson(derived: Derived, person: PersonId, validAt: Instant): boolean {
  const number = derived.journal.tables.persons.find(person);
  if (number < 0 || derived.isErased(number)) return false;
  return (
    hasTimeline(derived, person, validAt) ||
    isNamedElsewhere(derived, new Set(derived.identity.membersOf(derived.identity.of[number]!)), validAt)
  );
}

/** Whether anything that is mainly about the person, who is in the graph, is there at or before V. */
function hasTimeline(derived: Derived, person: PersonId, validAt: Instant): boolean {
  const representative = derived.identity.of[derived.journal.tables.persons.find(person)]!;
  const { offsets, at } = derived.timelines;
  return offsets[representative]! < offsets[representative + 1]! && at[offsets[representative]!]! <= validAt;
}

/** Whether anything is there at or before V that goes with nobody else's erasure: not whom they introduced, nor whom they referred. */
export function hasOwnFacts({ identity, journal, timelines }: Derived, person: PersonId, validAt: Instant): boolean {
  const representative = identity.of[journal.tables.persons.find(person)]!;
  const { offsets, at, code } = timelines;
  for (let i = offsets[representative]!; i < offsets[representative + 1]! && at[i]! <= validAt; i++) {
    if (code[i] !== introduced && code[i] !== REFERRED_SOMEBODY) return true;
  }
  return false;
}

/** Practitioners and new introducers stand in facts that are in nobody's timeline but the client's. */
function isNamedElsewhere(derived: Derived, members: ReadonlySet<number>, validAt: Instant): boolean {
  const { journal } = derived;
  for (let row = 0; row < journal.rows; row++) {
    if (says[journal.type[row]!] === 0 || journal.at[row]! > validAt) continue;
    if (isSecondIn(journal, row, members) && !derived.isGone(journal.person[row]!, row)) return true;
  }
  return false;
}

function isSecondIn({ type, other, link }: Journal, row: number, members: ReadonlySet<number>): boolean {
  if (members.has(other[row]!)) return true;
  return (type[row] === made || type[row] === drafted) && members.has(link[row]!);
}
