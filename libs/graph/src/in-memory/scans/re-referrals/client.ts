import { madeBy } from '../made-by.ts';
import { ATTENDED, Sessions } from '../sessions.ts';
import { Acts } from './acts.ts';
import type { FollowUp } from './follow-up.ts';

/**
 * Reading 3, word of mouth: of clients and the practitioners they had a first (treatment) session with, those who referred another person
 * to that practitioner within H of it.
 */
export function countClients(followUp: FollowUp): void {
  const acts = new Acts(followUp);
  const sessions = new Sessions(followUp.derived);
  const persons = followUp.derived.journal.tables.persons.count;
  for (let client = 0; client < persons; client++) {
    for (const [x, start] of firstSessions(followUp, { acts, sessions, client })) countPair(followUp, acts, { client, x, start });
  }
}

type Search = Readonly<{ acts: Acts; sessions: Sessions; client: number }>;

/** By practitioner the row of the client's first session; one of a referral that is no loop goes before those of loops. */
function firstSessions(followUp: FollowUp, search: Search): Map<number, number> {
  const { acts } = search;
  const { journal, made } = followUp.derived;
  const firsts = new Map<number, number>();
  const madeOf = (row: number): number => made[journal.subject[row]!]!;
  for (const row of sessionsOf(followUp, search)) {
    const practitioner = acts.practitionerOf(madeOf(row));
    const known = firsts.get(practitioner);
    if (known === undefined || (acts.isLoop(madeOf(known)) && !acts.isLoop(madeOf(row)))) firsts.set(practitioner, row);
  }
  return firsts;
}

/** The client's sessions by V with practitioners who were not erased. */
function* sessionsOf({ derived, question }: FollowUp, { sessions, client }: Search): Generator<number> {
  const { journal, timelines } = derived;
  for (let i = timelines.offsets[client]!; i < timelines.offsets[client + 1]! && timelines.at[i]! <= question.validAt; i++) {
    const row = timelines.rows[i]!;
    if (timelines.code[i] !== ATTENDED || !sessions.countsRow(row)) continue;
    const made = madeBy(derived, journal.subject[row]!, question.validAt);
    if (made >= 0 && !derived.isGone(journal.other[made]!, made)) yield row;
  }
}

function countPair(followUp: FollowUp, acts: Acts, { client, x, start }: Readonly<{ client: number; x: number; start: number }>): void {
  const { journal, made } = followUp.derived;
  const unit = followUp.unit({ start, referral: journal.subject[start]!, person: client });
  const tally = followUp.admit(unit);
  if (!tally) return;
  if (acts.isLoop(made[unit.referral]!) || acts.isReciprocal(client, x)) {
    tally.excluded++;
    return;
  }
  const end = followUp.windowEnd(unit);
  if (!followUp.isMature(unit, tally, end)) return;
  followUp.count(
    tally,
    unit,
    acts.some(client, { after: unit.at, before: end }, (act) => acts.practitionerOf(act) === x),
  );
}
