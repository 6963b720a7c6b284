import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import { catchUp } from './follow.ts';
import { logOf, storeOf } from './testing/asking.ts';

const source = 'urn:desk';
let n = 0;
const event = (type: string, subject: string, data: Readonly<Record<string, unknown>>, day = 1): TouchpointEvent => ({
  specversion: '1.0',
  id: `e${++n}`,
  source,
  type: `org.kithline.${type}.v1`,
  time: `2026-03-${String(day).padStart(2, '0')}T12:00:00Z`,
  subject,
  data,
});
const touch = (day: number): TouchpointEvent =>
  event('TouchpointRecorded', 'member/ana', { touchpointId: 't', personId: 'ana', communityId: 'north', kind: 'drop-in' }, day);
const annul = ({ id, subject }: TouchpointEvent): TouchpointEvent =>
  event('EventAnnulled', subject, { target: storedId(source, id), reason: 'mistake' });
const correct = ({ id, subject }: TouchpointEvent, patch: Readonly<Record<string, unknown>>): TouchpointEvent =>
  event('EventCorrected', subject, { target: storedId(source, id), reason: 'mistake', patch });
const onDay = (day: number) => ({ time: `2026-03-${String(day).padStart(2, '0')}T12:00:00Z` });

/** The day of ana's only touchpoint as the graph has it, null when it never was. */
async function dayAfter(...events: TouchpointEvent[]): Promise<number | null> {
  const span = await (await storeOf(await logOf(events))).graph().span(Infinity);
  return span && new Date(span.from).getUTCDate();
}

describe('An amended event', () => {
  const told = touch(10);

  it('never was, once it is annulled', async () => expect(await dayAfter(told, annul(told))).toBeNull());

  it('reads as corrected, correction upon correction', async () => {
    const [first, second] = [correct(told, onDay(11)), correct(told, onDay(12))];
    expect(await dayAfter(told, first, second)).toBe(12);
  });

  it('reads as before when its correction is annulled, also between two others', async () => {
    const [first, second] = [correct(told, onDay(11)), correct(told, onDay(12))];
    expect(await dayAfter(told, first, second, annul(second))).toBe(11);
    expect(await dayAfter(told, first, annul(first))).toBe(10);
  });

  it('is back when its annulment is annulled, and corrected when its correction is', async () => {
    const annulment = annul(told);
    const correction = correct(told, onDay(11));
    expect(await dayAfter(told, annulment, annul(annulment))).toBe(10);
    expect(await dayAfter(told, correction, correct(correction, { data: { patch: onDay(13) } }))).toBe(13);
  });

  it('is amended from the start when the amendment came first', async () => {
    expect(await dayAfter(correct(told, onDay(11)), told)).toBe(11);
    expect(await dayAfter(annul(told), told)).toBeNull();
  });

  it('reads the same in whatever order amendments of amendments arrive', async () => {
    const correction = correct(told, onDay(11));
    const annulment = annul(told);
    expect(await dayAfter(annul(correction), told, correction)).toBe(10);
    expect(await dayAfter(annul(annulment), annulment, told)).toBe(10);
    expect(await dayAfter(told, correct(correction, { data: { patch: onDay(13) } }), correction)).toBe(13);
  });

  it('is read to an end where amendments amend each other in a loop', async () => {
    const itself = { ...annul(told), id: 'itself' };
    const loop = { ...itself, data: { ...itself.data, target: storedId(source, itself.id) } };
    expect(await dayAfter(told, loop, annul(loop))).toBe(10);
  });

  it('is parked with its subject when a correction makes no valid event of it, and others go on', async () => {
    const nonsense = correct(told, { data: { kind: 'free text, which nobody may send' } });
    const other = event('MemberJoined', 'member/ben', { personId: 'ben', communityId: 'north' }, 2);
    const log = await logOf([told, nonsense, touch(5), other]);
    const store = await storeOf(log);
    const { parked } = await catchUp(log, store);
    expect(parked.map(({ position, subject }) => [position, subject])).toEqual([
      [2, 'member/ana'],
      [3, 'member/ana'],
    ]);
    expect(parked[0]!.error).toContain('kind');
    expect(await store.graph().knows('ben', Infinity)).toBe(true);
  });
});
