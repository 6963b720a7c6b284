import { eventOf } from '../testing/events.ts';
import { anaRefersBen } from '../testing/referrals.ts';
import { coreType, type TouchpointEvent } from '../event.ts';
import { memberDecider } from '../member/decide.ts';
import { storedId } from '../wire/stored-id.ts';
import { breachesOf } from './breaches-of.ts';
import { historyOf } from './history-of.ts';
import { amendmentsOf, stateOf } from './state-of.ts';

const at = (time: string, event: TouchpointEvent): TouchpointEvent => ({ ...event, time });
const ben = { personId: 'p-ben', communityId: 'c-mill' };
const joined = at('2026-03-02T10:00:00Z', eventOf('MemberJoined', ben));
const left = at('2026-03-05T10:00:00Z', eventOf('MemberLeft', { ...ben, reason: 'died' }));
const touched = at('2026-03-02T10:00:00Z', eventOf('TouchpointRecorded', { touchpointId: 't-1', ...ben, kind: 'drop-in' }));
const target = (event: TouchpointEvent) => storedId(event.source, event.id);
const annulled = (event: TouchpointEvent) => ({
  ...eventOf('EventAnnulled', { target: target(event), reason: 'x' }),
  subject: event.subject,
});
const corrected = (event: TouchpointEvent, patch: object) => ({
  ...eventOf('EventCorrected', { target: target(event), reason: 'x', patch }),
  subject: event.subject,
});
const types = (events: readonly TouchpointEvent[]) => events.map(({ type }) => coreType(type));

describe('The history of a stream', () => {
  it('is in the order in which things happened, ties in the order of causes', () =>
    expect(types(historyOf([left, touched, joined]))).toEqual(['MemberJoined', 'TouchpointRecorded', 'MemberLeft']));

  it('keeps the order of arrival where time and type are the same', () => {
    const other = at('2026-03-02T10:00:00Z', eventOf('TouchpointRecorded', { touchpointId: 't-2', ...ben, kind: 'drop-in' }));
    expect(historyOf([other, touched])).toEqual([other, touched]);
  });

  it('puts knowledge last, in the order of arrival', () => {
    const pair = { survivorId: 'p-ben', mergedId: 'p-b' };
    const merged = at('2026-03-09T10:00:00Z', eventOf('PersonsMerged', pair));
    const reversed = at('2026-03-01T10:00:00Z', eventOf('MergeReversed', pair));
    const measured = eventOf('OutcomeMeasured', { measurementId: 'm', personId: 'p-ben', instrument: 'PHQ-9', version: '1', total: 3 });
    expect(historyOf([merged, reversed, measured])).toEqual([measured, merged, reversed]);
  });

  it('is without what was annulled', () => expect(historyOf([joined, left, annulled(left)])).toEqual([joined]));

  it('has an annulled event back when the annulment is annulled', () => {
    const annulment = annulled(left);
    expect(historyOf([joined, left, annulment, annulled(annulment)])).toEqual([joined, left]);
  });

  it('has each correction on the result of the last', () => {
    const corrections = [corrected(left, { time: '2026-03-04T10:00:00Z' }), corrected(left, { data: { reason: 'moved_away' } })];
    const expected = { ...left, time: '2026-03-04T10:00:00Z', data: { ...ben, reason: 'moved_away' } };
    expect(historyOf([joined, left, ...corrections])).toEqual([joined, expected]);
  });

  it('is without a correction that was annulled', () => {
    const correction = corrected(left, { time: '2026-03-04T10:00:00Z' });
    expect(historyOf([joined, left, correction, annulled(correction)])).toEqual([joined, left]);
  });

  it('applies an amendment that came before its target', () => expect(historyOf([annulled(left), joined, left])).toEqual([joined]));

  it('passes over a correction that does not fit', () =>
    expect(historyOf([left, corrected(left, { data: { personId: 'p-cleo' } })])).toEqual([left]));

  it('comes to the state that a decider decides on', () => {
    expect(stateOf(memberDecider, [left, joined]).communities.get('c-mill')).toBe('left');
    expect(stateOf(memberDecider, [left, joined, annulled(left)]).communities.get('c-mill')).toBe('here');
    expect(amendmentsOf([joined, left, annulled(left)]).annulled).toEqual(new Set([target(left)]));
  });
});

describe('The breaches of a stream', () => {
  const made = at('2026-03-02T10:00:00Z', eventOf('ReferralMade', anaRefersBen));
  const accepted = at('2026-03-03T10:00:00Z', eventOf('ReferralAccepted', { referralId: 'r-17' }));
  const session = { referralId: 'r-17', sessionId: 's-1', kind: 'treatment' } as const;
  const attended = at('2026-03-04T10:00:00Z', eventOf('SessionAttended', session));

  it('are none where commands could have brought it about', () => {
    expect(breachesOf([made, accepted, attended])).toEqual([]);
    expect(breachesOf([])).toEqual([]);
  });

  it('are none because events arrive late', () => expect(breachesOf([attended, accepted, made])).toEqual([]));

  it('name the rule, once for each breach', () => {
    const missed = at('2026-03-05T10:00:00Z', eventOf('SessionMissed', session));
    expect(breachesOf([made, attended, missed])).toEqual([
      'sessions_need_an_accepted_referral',
      'sessions_need_an_accepted_referral',
      'only_a_booked_session_is_missed_or_cancelled',
    ]);
  });

  it('are gone when the event is annulled', () => expect(breachesOf([left, annulled(left)])).toEqual([]));

  it('include those of amendments', () =>
    expect(breachesOf([joined, annulled(joined), corrected(joined, { precision: 'day' })])).toEqual(['what_is_annulled_is_not_corrected']));
});
