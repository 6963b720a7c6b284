import type { TouchpointEvent } from '../event.ts';
import { eventOf } from '../testing/events.ts';
import { storedId } from '../wire/stored-id.ts';
import { readingOf } from './reading-of.ts';

const left = eventOf('MemberLeft', { personId: 'p-ben', communityId: 'c-mill', reason: 'other' });
const idOf = ({ source, id }: TouchpointEvent) => storedId(source, id);
const target = idOf(left);
const amended = (type: 'EventAnnulled' | 'EventCorrected', more: object) => ({
  ...eventOf(type, { target, reason: 'x', ...more }),
  subject: left.subject,
});

describe('What an event reads like', () => {
  it('is as it was recorded, where nobody amended it', () => expect(readingOf([left], target)).toEqual(left));

  it('is as it was corrected', () => {
    const corrected = amended('EventCorrected', { patch: { data: { reason: 'died' } } });
    expect(readingOf([left, corrected], target)?.data).toMatchObject({ reason: 'died' });
    expect(readingOf([left, corrected], idOf(corrected))).toEqual(corrected);
  });

  it('is as it was recorded, where it is annulled', () => expect(readingOf([left, amended('EventAnnulled', {})], target)).toEqual(left));

  it('is nothing in another stream', () => expect(readingOf([], target)).toBeUndefined());
});
