import { RuleBroken } from '../decider/rule.ts';
import { eventOf } from '../testing/events.ts';
import { storedId } from '../wire/stored-id.ts';
import { decided } from './decided.ts';

const joined = eventOf('MemberJoined', { personId: 'p-ben', communityId: 'c-mill' });
const left = eventOf('MemberLeft', { personId: 'p-ben', communityId: 'c-mill', reason: 'other' });
const stream = 'member/p-ben';
const at = '2026-03-02T10:00:00Z';

describe('What a command brings about', () => {
  it('is decided by the rules of its stream, on what happened there', () => {
    const leave = { type: 'LeaveCommunity', at, data: left.data };
    expect(decided(stream, leave, [joined])).toEqual([{ type: 'MemberLeft', at, data: left.data }]);
    expect(() => decided(stream, leave, [])).toThrow(RuleBroken);
  });

  it('is an amendment of what is recorded in the stream, as it reads now', () => {
    const target = storedId(left.source, left.id);
    const correct = { type: 'CorrectEvent', at, data: { target, reason: 'typo', patch: { data: { reason: 'died' } } } };
    const [correction] = decided(stream, correct, [joined, left]);
    expect(correction).toMatchObject({ type: 'EventCorrected', data: correct.data });
    expect(() => decided(stream, correct, [joined])).toThrow('Only what is recorded in this stream is amended');
    const annul = { type: 'AnnulEvent', at, data: { target, reason: 'wrong_person' } };
    const annulled = eventOf('EventAnnulled', annul.data as never);
    expect(decided(stream, annul, [joined, left, { ...annulled, subject: stream }])).toEqual([]);
  });
});
