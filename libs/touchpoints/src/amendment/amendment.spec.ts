import { eventOf } from '../testing/events.ts';
import { specFor } from '../testing/given.ts';
import { storedId } from '../wire/stored-id.ts';
import { amendmentDecider } from './decide.ts';
import type { AmendmentFact } from './events.ts';

const given = specFor(amendmentDecider);
const at = '2026-03-02T10:00:00Z';
const found = eventOf('MemberLeft', { personId: 'p-ben', communityId: 'c-mill', reason: 'other' });
const target = storedId(found.source, found.id);
const annulled: AmendmentFact = { type: 'EventAnnulled', at, data: { target, reason: 'wrong_person' } };
const patch = { time: '2026-03-01T10:00:00Z', data: { reason: 'died' } };
const corrected: AmendmentFact = { type: 'EventCorrected', at, data: { target, reason: 'wrong_day', patch } };
const annul = { type: 'AnnulEvent', at, data: annulled.data, found } as const;
const correct = { type: 'CorrectEvent', at, data: { target, reason: 'wrong_day', patch }, found } as const;

describe('An event', () => {
  it('is annulled', () => given().when(annul).then(annulled));

  it('is amended only where it is recorded', () => {
    given()
      .when({ ...annul, found: undefined })
      .thenRefused('Only what is recorded in this stream is amended');
    given()
      .when({ ...correct, found: undefined })
      .thenRefused('Only what is recorded in this stream is amended');
  });

  it('is corrected', () => given().when(correct).then(corrected));

  it('is corrected again, each time on the result of the last', () => {
    const other = { data: { reason: 'moved_away' } };
    const data = { target, reason: 'typo', patch: other };
    given(corrected)
      .when({ ...correct, data })
      .then({ type: 'EventCorrected', at, data });
    given(corrected, { type: 'EventCorrected', at, data }).when(correct).then(corrected);
  });

  it('is corrected in one spelling', () =>
    given()
      .when({ ...correct, data: { ...correct.data, patch: { ...patch, time: '2026-03-01T11:00:00+01:00' } } })
      .then(corrected));

  it('is not corrected once annulled', () => given(annulled).when(correct).thenRefused('What is annulled is not corrected'));

  it('stays valid, in its stream', () => {
    given()
      .when({ ...correct, data: { ...correct.data, patch: { data: { personId: 'p-cleo' } } } })
      .thenRefused('A correction leaves a valid event: subject must be member/p-cleo, the stream that data.personId names');
    given()
      .when({ ...correct, data: { ...correct.data, patch: { data: { communityId: null } } } })
      .thenRefused('A correction leaves a valid event: data.communityId is required');
  });

  it('that is a correction is annulled, not corrected', () => {
    const correction = { ...eventOf('EventCorrected', corrected.data as never), subject: found.subject };
    given()
      .when({ ...annul, found: correction })
      .then(annulled);
    given()
      .when({ ...correct, found: correction })
      .thenRefused('An amendment is annulled, not corrected');
  });
});
