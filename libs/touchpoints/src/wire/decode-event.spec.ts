import { eventOf } from '../testing/events.ts';
import { decodeEvent, type DecodeOptions } from './decode-event.ts';
import { InvalidEvent } from './invalid-event.ts';

const joined = eventOf('MemberJoined', { personId: 'p-1', communityId: 'c-1' });

/** The problems found, one line each. */
function problems(value: unknown, options?: DecodeOptions): string[] {
  try {
    decodeEvent(value, options);
    return [];
  } catch (error) {
    if (error instanceof InvalidEvent) return error.problems.map(({ field, message }) => `${field} ${message}`);
    throw error;
  }
}
const aboutData = (data: object) => problems({ ...joined, data: { ...joined.data, ...data } });

describe('Reading an event', () => {
  it('accepts what it needs and nothing more', () => expect(decodeEvent(joined)).toEqual(joined));

  it('names every field that is wrong at once', () =>
    expect(problems({ ...joined, id: 'a/b', time: 'yesterday', colour: 'red', data: { personId: 7, name: 'Ben' } })).toEqual([
      'id must not contain "/", "," or control characters',
      'time must be an RFC 3339 date-time such as 2026-03-02T10:00:00Z',
      'colour is not an attribute of an event here',
      'data.communityId is required',
      'data.name is not a field here; there are personId, communityId, introductionId, pathway',
      'data.personId must be a string',
    ]));

  it('says all of it in its message', () =>
    expect(() => decodeEvent({ ...joined, id: '', source: '' })).toThrow('id must not be empty; source must not be empty'));

  it.each(['specversion', 'id', 'source', 'type', 'time', 'subject', 'data'])('needs %s', (name) => {
    expect(problems({ ...joined, [name]: undefined })).toContain(`${name} is required`);
    expect(problems({ ...joined, [name]: null })).toContain(`${name} is required`);
    expect(problems({ ...joined, [name]: 5 })).toContain(`${name} must be ${name === 'data' ? 'an object' : 'a string'}`);
  });

  it.each([null, [], 'text', 7])('refuses %p', (value) => expect(problems(value)).toEqual([' an event must be a JSON object']));

  it('knows one version of CloudEvents', () => expect(problems({ ...joined, specversion: '0.3' })).toEqual(['specversion must be "1.0"']));

  it('takes an attribute that is null for one that is not set', () =>
    expect(decodeEvent({ ...joined, actor: null, colour: null })).toEqual(joined));

  it('drops what describes the data and what an export adds', () => {
    const described = { ...joined, datacontenttype: 'application/json; charset=utf-8', dataschema: 'https://x.org/s' };
    expect(decodeEvent({ ...described, recordedat: '2026-03-02T10:00:01Z', hash: 'ab' })).toEqual(joined);
  });

  it('reads JSON data only', () => {
    expect(problems({ ...joined, datacontenttype: 'text/xml' })).toEqual(['datacontenttype must be application/json']);
    expect(problems({ ...joined, data_base64: 'e30=' })).toEqual(['data_base64 is not read: give the data as JSON in data']);
  });

  it.each([
    ['MemberJoined', 'type must be org.kithline.<EventType>.v<N>'],
    ['org.kithline.MemberMarried.v1', 'type names an event type that does not exist: MemberMarried'],
    ['org.kithline.MemberJoined.v2', 'type is of version 2, MemberJoined is known up to version 1 (org.kithline.MemberJoined.v1)'],
  ])('refuses the type %s', (type, why) => expect(problems({ ...joined, type })).toEqual([why]));

  it.each([
    ['member/p-2', 'subject must be member/p-1, the stream that data.personId names'],
    ['person/p-1', 'subject must be member/p-1, the stream that data.personId names'],
    ['p-1', 'subject must be member/p-1, the stream that data.personId names'],
  ])('refuses the subject %s', (subject, why) => expect(problems({ ...joined, subject })).toEqual([why]));

  it('keeps when and how exactly it happened', () => {
    const vague = { ...joined, precision: 'day', timeto: '2026-03-03T00:00:00+01:00' };
    expect(decodeEvent(vague)).toMatchObject({ precision: 'day', timeto: '2026-03-02T23:00:00Z' });
    expect(problems({ ...joined, precision: 'month' })).toEqual(['precision must be one of second, minute, day, week']);
    expect(problems({ ...joined, timeto: '2026-03-02T09:59:59Z' })).toEqual(['timeto must not be before time']);
  });

  it('holds ids of people and communities to the rule of ids', () => {
    expect(problems({ ...joined, actor: 'p,1', community: 'x'.repeat(129) })).toEqual([
      'actor must not contain "/", "," or control characters',
      'community must have at most 128 characters',
    ]);
    expect(problems({ ...joined, correlationid: 'https://x.org/17', causationid: 'a, b' })).toEqual([]);
    expect(problems({ ...joined, correlationid: 'a\nb', causationid: 'x'.repeat(257) })).toEqual([
      'correlationid must not contain control characters or line breaks',
      'causationid must have at most 256 characters',
    ]);
  });

  it('knows the ways to come', () =>
    expect(aboutData({ pathway: 'bus' })).toEqual(['data.pathway must be one of introduced, directory, self, outreach, engagement']));

  it('refuses free text by the name of the field, with the advice to map it', () => {
    const left = eventOf('MemberLeft', { personId: 'p-1', communityId: 'c-1', reason: 'felt much better, thanks' });
    expect(problems(left)).toEqual([expect.stringMatching(/^data\.reason must be a code: .*map free text to a code/)]);
    expect(problems({ ...left, data: { ...left.data, reason: 'a_code.of-ours-7' } })).toEqual([]);
  });

  it('knows time zones', () => {
    const founded = (timeZone: string) => problems(eventOf('CommunityFounded', { communityId: 'c-1', name: 'Mill Lane', timeZone }));
    expect(founded('Europe/Berlin')).toEqual([]);
    expect(founded('+01:00')).toEqual(['data.timeZone must be an IANA time zone such as Europe/Berlin']);
    expect(founded('Mars/Base')).toEqual(['data.timeZone must be an IANA time zone such as Europe/Berlin']);
  });

  it('refuses an introduction that ends before it begins', () => {
    const made = { introductionId: 'i-1', introducerId: 'p-1', introduceeId: 'p-2', communityId: 'c-1' };
    expect(problems(eventOf('IntroductionMade', { ...made, until: '2026-03-02T10:00:01Z' }))).toEqual([]);
    expect(problems(eventOf('IntroductionMade', { ...made, until: '2026-03-02T10:00:00Z' }))).toEqual([
      'data.until must be later than the time of the event',
    ]);
    expect(problems(eventOf('IntroductionMade', { ...made, weight: -1 }))).toEqual(['data.weight must not be below 0']);
  });

  it('refuses an engagement that ends before it begins', () => {
    const held = { engagementId: 'g-1', communityId: 'c-1', format: 'clinic', goal: 'referral', startsAt: '2026-03-02T10:00:00Z' };
    expect(problems(eventOf('EngagementHeld', { ...held, endsAt: '2026-03-02T09:00:00Z' }))).toEqual([
      'data.endsAt must not be before data.startsAt',
    ]);
  });

  it('looks into fields that have fields', () => {
    const referral = { referralId: 'r-1', personId: 'p-1', practitionerId: 'p-2', communityId: 'c-1' };
    const made = eventOf('ReferralMade', { ...referral, source: { kind: 'self' } });
    expect(problems(made)).toEqual([]);
    expect(problems({ ...made, data: { ...referral, source: { kind: 'gp', since: 1 } } })).toEqual([
      'data.source.since is not a field here; there are kind, ref',
      'data.source.kind must be one of self, introducer, practitioner, directory, outreach, engagement',
    ]);
  });

  it('knows the purposes of consent', () => {
    const granted = eventOf('ConsentGranted', { personId: 'p-1', purposes: ['attend'] });
    const purposes = (list: unknown) => problems({ ...granted, data: { personId: 'p-1', purposes: list } });
    expect(purposes(['attend', 'research'])).toEqual([]);
    expect(purposes([])).toEqual(['data.purposes must not be empty']);
    expect(purposes(['attend', 'attend'])).toEqual(['data.purposes must not repeat a value']);
    expect(purposes(['attend', 'dance'])).toEqual([expect.stringMatching(/^data\.purposes\.1 must be one of attend, /)]);
  });

  it('wants a finite total', () => {
    const measured = { measurementId: 'm-1', personId: 'p-1', instrument: 'PHQ-9', version: '1' };
    expect(problems(eventOf('OutcomeMeasured', { ...measured, total: -3.5 }))).toEqual([]);
    expect(problems(eventOf('OutcomeMeasured', { ...measured, total: JSON.parse('1e999') as number }))).toEqual([
      'data.total must be a number',
    ]);
  });

  it('takes a declared basis from the operator only', () => {
    const basis = eventOf('ConsentBasisDeclared', { basisId: 'b', source: 'urn:x', purposes: ['research'], statement: 'On paper' });
    expect(problems(basis)).toEqual([expect.stringMatching(/^type is recorded only by the operator: .*--consent-basis/)]);
    expect(problems(basis, { basisEvents: true })).toEqual([]);
  });

  it('lets an amendment stand in any stream', () => {
    const target = '9d68a3d3-4842-5dee-92ae-6c3bdbc3e353';
    const annulled = (subject: string) => problems({ ...eventOf('EventAnnulled', { target, reason: 'wrong_person' }), subject });
    expect(annulled('referral/r-1')).toEqual([]);
    expect(annulled('animal/r-1')).toEqual([expect.stringMatching(/^subject must be <kind>\/<id>/)]);
    expect(annulled('referral/')).toEqual(['subject names a stream whose id must not be empty']);
  });

  it('lets a correction change time, timeto, precision and data, and nothing else', () => {
    const target = '9d68a3d3-4842-5dee-92ae-6c3bdbc3e353';
    const corrected = (patch: object) =>
      problems({
        ...eventOf('EventCorrected', { target, reason: 'wrong_day', patch: {} }),
        subject: 'member/p-1',
        data: { target, reason: 'x', patch },
      });
    expect(corrected({ time: '2026-03-01T10:00:00Z', timeto: null, precision: 'week', data: { reason: null } })).toEqual([]);
    expect(corrected({})).toEqual(['data.patch must change something']);
    expect(corrected({ time: null })).toEqual(['data.patch.time must be a string']);
    expect(corrected({ subject: 'member/p-2' })).toEqual([
      'data.patch.subject is not a field here; there are time, timeto, precision, data',
    ]);
    expect(corrected({ data: { 'what happened': 'x' } })).toEqual(['data.patch.data.what happened names a field that no event has']);
    const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect(corrected({ data: { roles: nested(4) } })).toEqual([]);
    for (const levels of [5, 100_000]) {
      expect(corrected({ data: { roles: nested(levels) } })).toEqual(['data.patch.data.roles must not be nested more than 4 deep']);
    }
    expect(corrected({ data: { source: { id: JSON.parse('1e400') as number } } })).toEqual([
      'data.patch.data.source must be a finite number',
    ]);
  });
});
