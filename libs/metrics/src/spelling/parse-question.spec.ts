import { DAY } from '@kithline/touchpoints';
import { engagement } from './events.ts';
import { isQuestion, parseQuestion, type Raw } from './parse-question.ts';
import { questions, type QuestionName } from './questions.ts';

const asked = <Name extends QuestionName>(name: Name, raw: Raw = {}) => {
  const parsed = parseQuestion(name, raw);
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  return parsed.question;
};

const problems = (name: QuestionName, raw: Raw = {}) => {
  const parsed = parseQuestion(name, raw);
  return 'problems' in parsed ? parsed.problems.map(({ field, message }) => `${field}: ${message}`) : [];
};

describe('A question', () => {
  it('has its defaults filled in', () =>
    expect(asked('retention')).toMatchObject({
      question: 'retention',
      variant: 'bounded',
      period: 'week',
      periods: undefined,
      start: { type: 'MemberJoined' },
      return: engagement,
      entry: 'first',
      unit: 'person',
      mean: 'pooled',
      list: false,
      disclosure: 'public',
      'known-at': undefined,
    }));

  it('reads what was given', () =>
    expect(
      asked('retention', {
        variant: 'rolling.fixed',
        period: '7d',
        horizon: '5w',
        start: 'TouchpointRecorded:workshop',
        return: 'SessionAttended',
        'known-at': 'event:abc',
        'valid-at': '2026-03-01T00:00:00Z',
        community: ['west', 'east,north'],
        by: 'pathway',
        compare: 'introduced,directory',
      }),
    ).toMatchObject({
      period: { amount: 7, unit: 'd' },
      horizon: { amount: 5, unit: 'w' },
      start: { type: 'TouchpointRecorded', kind: 'workshop' },
      return: [{ type: 'SessionAttended' }],
      'known-at': { event: 'abc' },
      'valid-at': 20513 * DAY,
      community: ['west', 'east', 'north'],
      compare: ['introduced', 'directory'],
    }));

  it('reads brackets, day windows and positions', () => {
    expect(asked('retention', { brackets: '0-1,1-7,7-30' }).brackets).toEqual([
      [0, 1],
      [1, 7],
      [7, 30],
    ]);
    expect(asked('outcome-change', { instrument: 'PHQ-9', window: '1w..14d' }).window).toEqual([7, 14]);
    expect(asked('chain', { person: 'p', 'known-at': '12' })['known-at']).toEqual({ position: 12 });
  });

  it('has every example of every option accepted by that option', () => {
    for (const { options } of Object.values(questions))
      for (const [name, option] of Object.entries(options)) {
        const read = (text: string): unknown => (option as { read: (text: string) => unknown }).read(text);
        expect(() => read(option.kind === 'flag' ? 'true' : option.example)).not.toThrow();
        expect(() => option.default === undefined || read(option.default) === undefined).not.toThrow();
        expect([name, option.help.length > 0]).toEqual([name, true]);
      }
  });

  it('is told all that is wrong with it at once', () =>
    expect(problems('retention', { variant: 'sometimes', periods: '0', 'valid-at': '2026-03-01', colour: 'red' })).toEqual([
      expect.stringMatching(/^colour: is no option of retention; those are variant, /),
      'variant: "sometimes" must be one of bounded, rolling.reached, rolling.fixed, survival',
      'periods: "0" must be a whole number from 1 on',
      'valid-at: "2026-03-01" must be an RFC 3339 instant such as 2026-03-31T00:00:00Z',
    ]));

  it('is told how much there may be of something, however much more was asked for', () => {
    for (const periods of ['10001', '1000000000', '9'.repeat(400)])
      expect(problems('retention', { periods })).toEqual([`periods: "${periods}" must be at most 10000`]);
  });

  it('is refused by name where it is not answered yet', () => {
    expect(problems('conversion', { variant: 'handover' })).toEqual([
      'variant: "handover" is not answered yet; ask for scheduled or first-session',
    ]);
    for (const mode of ['cheapest', 'earliest-arrival', 'latest-departure', 'fastest', 'fewest-hops'])
      expect(problems('paths', { from: 'a', to: 'b', mode })).toEqual([
        `mode: "${mode}" is not answered yet; ask for shortest or all-shortest`,
      ]);
  });

  it.each<[string, QuestionName, Raw, string]>([
    ['hours where local days count', 'conversion', { horizon: '12h' }, 'horizon: "12h" must be days such as 30d or 8w'],
    ['a duration of nothing', 'latency', { horizon: '0d' }, 'horizon: "0d" must be a duration'],
    [
      'attributes of referrals of a question about persons',
      'retention',
      { by: 'source' },
      'by: "source" must be one of community, pathway',
    ],
    ['an option that was given twice', 'latency', { horizon: ['1d', '2d'] }, 'horizon: may be given once only'],
    ['an option without its value', 'latency', { horizon: true }, 'horizon: needs a value'],
    ['a flag with a value', 'paths', { from: 'a', ever: 'often' }, 'ever: takes no value'],
    ['an option that is missing', 'outcome-change', {}, 'instrument: is missing: give one, such as PHQ-9'],
    ['a lapse where none is looked for', 'retention', { lapse: '90d' }, 'lapse: goes with --variant survival only'],
    ['a lapse where no variant was named', 're-engagement', { lapse: '90d' }, 'lapse: goes with --variant resurrected only'],
    ['more periods than a table has', 'retention', { periods: '10001' }, 'periods: "10001" must be at most 10000'],
    [
      'a horizon of more periods than a table has',
      'retention',
      { variant: 'rolling.fixed', period: '1h', horizon: '500d' },
      'period: makes 12001 periods',
    ],
    ['both brackets and periods', 'retention', { brackets: '0-1', periods: '3' }, 'brackets: stand instead of --period'],
    ['an empty bracket', 'retention', { brackets: '7-7' }, 'brackets: "7-7" must be a bracket of days'],
    ['rolling.fixed without an end', 'retention', { variant: 'rolling.fixed' }, 'horizon: rolling.fixed needs --horizon'],
    [
      'a horizon between calendar periods',
      'retention',
      { variant: 'rolling.fixed', horizon: '10d' },
      'horizon: must be whole calendar periods',
    ],
    [
      'periods beyond the horizon',
      'retention',
      { variant: 'rolling.fixed', period: '7d', periods: '7', horizon: '35d' },
      'periods: reach beyond',
    ],
    ['a list that would be published', 'retention', { list: true }, 'list: names persons: only with --disclosure none'],
    ['chains of less than their own length', 're-referral', { variant: 'chained', horizon: '30d' }, 'horizon: must be more than 30d'],
    ['a variant of another reading', 're-referral', { reading: 'share', variant: 'chained' }, 'variant: goes with --reading return only'],
    [
      'a moment before the lapse is over',
      're-engagement',
      { variant: 'resurrected', at: '20d' },
      'at: must be at least as long as --lapse 30d',
    ],
    ['a comparison of no groups', 'latency', { compare: 'a,b' }, 'compare: needs --by'],
    ['a comparison of a group with itself', 'latency', { by: 'source', compare: 'a,a' }, 'compare: "a,a" must name two groups'],
    [
      'a spell that begins with something else',
      'retention',
      { unit: 'spell', start: 'CheckedIn' },
      'unit: spell begins with a join or rejoin, and counts each: not with another --start or --entry',
    ],
    [
      'a spell of which only the first that matches is to count',
      'retention',
      { unit: 'spell', entry: 'first-matching' },
      'unit: spell begins with a join or rejoin, and counts each: not with another --start or --entry',
    ],
    ['a cohort unit without cohorts', 'latency', { cohort: 'week' }, 'cohort: goes with --by cohort only'],
    ['events that would be published', 'events', {}, 'disclosure: must be none'],
    ['neither a person nor all', 'introduced', {}, 'person: is missing'],
    ['a person and all', 'introduced', { person: 'p', all: true }, 'all: stands instead of a person'],
    ['an id that is none', 'chain', { person: 'a/b' }, 'person: "a/b" is no id: it must not contain'],
    ['knowledge as a start', 'retention', { start: 'PersonsMerged' }, 'start: "PersonsMerged" must be the type of an event about a person'],
    ['a kind of what has none', 'retention', { start: 'MemberJoined:x' }, 'start: "MemberJoined:x" cannot be narrowed'],
    ['a whole list as a start', 'retention', { start: 'engagement' }, 'start: "engagement" must be the type of an event'],
  ])('refuses %s', (_, name, raw, message) => {
    const found = problems(name, raw);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('takes eight weeks for 56 days', () => expect(asked('conversion', { horizon: '8w' }).horizon).toEqual({ amount: 8, unit: 'w' }));

  it('is one of those that there are', () => expect(['retention', 'toString', 'paths'].map(isQuestion)).toEqual([true, false, true]));
});
