import { coreType, decodeEvent, eventTypes, storedId } from '@kithline/touchpoints';
import { eventsIn } from './writing.ts';

const on = eventsIn('quayside');
const evening = { startsAt: '2026-03-02T18:00:00Z', endsAt: '2026-03-02T19:30:00Z' };
const now = on('2026-03-02');

const everythingSaid = [
  now.founded('Quayside'),
  now.consented('ana'),
  now.profiled('dr-elm', { specialisms: ['anxiety'], capacity: 3 }),
  now.introduced('ana', 'ben', { kind: 'friend', until: '2026-09-02T12:00:00Z' }),
  now.introductionAccepted('ana-ben'),
  now.introductionDeclined('ana-ben'),
  now.reassigned('ben', 'cleo'),
  now.joined('ben', { pathway: 'introduced', introductionId: 'ana-ben' }),
  now.rejoined('ben'),
  now.scheduled('e-1', evening),
  now.held('e-1', evening),
  now.checkedIn('ben', 'e-1'),
  now.touched('ben', 'message'),
  now.drafted('r-1', { person: 'ben', practitioner: 'dr-elm' }),
  now.referred('r-1', { person: 'ben', practitioner: 'dr-elm', referrer: 'ana', observedFrom: '2026-03-03T12:00:00Z' }),
  now.moved('r-1', 'ReferralReceived'),
  now.moved('r-1', 'ReferralAccepted'),
  now.moved('r-1', 'ReferralPutOnHold', { reason: 'no_capacity' }),
  now.moved('r-1', 'ReferralResumed'),
  now.moved('r-1', 'ReferralRejected', { reason: 'ineligible' }),
  now.moved('r-1', 'ReferralCancellationRequested'),
  now.moved('r-1', 'ReferralCancelled', { reason: 'withdrew', by: 'client' }),
  now.moved('r-1', 'ReferralFailed', { reason: 'lost_contact' }),
  now.moved('r-1', 'ReferralCompleted', { reason: 'completed' }),
  now.moved('r-1', 'ReferralClosed', { reason: 'other' }),
  now.moved('r-1', 'ReferralReopened', { reason: 'other' }),
  now.moved('r-1', 'ReferralEnteredInError', { reason: 'duplicate' }),
  now.flagged('r-1', 'r-2'),
  now.session('SessionBooked', 'r-1', 's-1'),
  now.session('SessionCancelled', 'r-1', 's-1'),
  now.session('SessionMissed', 'r-1', 's-1', 'assessment'),
  now.session('SessionAttended', 'r-1', 's-1'),
  now.measured('ben', 12),
  now.left('ben', 'moved_away'),
  now.expired('ben', ['follow_up']),
  now.withdrew('ben', { effect: 'erase' }),
  now.merged('ben', 'benny'),
  now.unmerged('ben', 'benny'),
  now.annulled(now.checkedIn('ben', 'e-1')),
  now.corrected(now.measured('ben', 12), { data: { total: 21 } }),
];

describe('Events said in sentences', () => {
  it.each(everythingSaid.map((event) => [coreType(event.type), event] as const))('are valid: %s', (_, event) =>
    expect(decodeEvent(structuredClone(event))).toEqual(event),
  );

  it('can say every type that may come from elsewhere', () => {
    const said = new Set(everythingSaid.map(({ type }) => coreType(type)));
    expect(eventTypes.filter((type) => !said.has(type))).toEqual(['ConsentBasisDeclared', 'ConsentBasisRevoked']);
  });

  it('have ids of their own, the same each time', () => {
    expect(new Set(everythingSaid.map(({ id }) => id)).size).toBe(everythingSaid.length);
    expect(on('2026-03-02').checkedIn('ben', 'e-1')).toEqual(on('2026-03-02T12:00:00Z').checkedIn('ben', 'e-1'));
  });

  it('name what they annul by its stored id', () => {
    const mistaken = now.checkedIn('ben', 'e-1');
    expect(on('2026-03-09').annulled(mistaken).data['target']).toBe(storedId(mistaken.source, mistaken.id));
  });
});
