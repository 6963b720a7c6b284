import type { Option } from './option.ts';
import { questions } from './questions.ts';

const options = Object.entries(questions).flatMap(([question, entry]) =>
  Object.entries(entry.options as Readonly<Record<string, Option>>).map(([name, option]) => [question, name, option] as const),
);

/** What some option takes, and what none does. */
const texts = [
  ...['30d', '0d', '12h', '8w', '1234567d', '-1d', 'week', 'month', '7', '0', '-1', '2.5', '7d..14d', '7d..12h', '0-1,1-7', '1-', 'a-b'],
  ...[
    '2026-03-31T00:00:00Z',
    '2026-03-31t00:00:00.5+01:00',
    '2026-03-31',
    '12345',
    'event:e-1',
    'event:',
    'event:a/b',
    'p-17',
    'a/b',
    'two\nlines',
  ],
  ...[
    'a,b',
    'a',
    ',b',
    'a,b,c',
    'MemberJoined',
    'MemberJoined:x',
    'SessionAttended:assessment',
    'SessionAttended:',
    'engagement',
    'Unheard',
    '',
  ],
];

const isRead = (option: Option, text: string): boolean => {
  try {
    option.read(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether every part of the text, where several may be given, looks as told. */
function looksRight({ pattern, many, kind, least = 0, most = Infinity }: Option, text: string): boolean {
  if (kind === 'number') return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
  return (many ? text.split(',') : [text]).every((part) => pattern === undefined || new RegExp(pattern, 'u').test(part));
}

describe('A spelling', () => {
  it.each(options)('of %s, %s, is told so that nothing is left out that is read', (_, __, option) => {
    for (const text of [...texts, option.example, ...(option.default === undefined ? [] : [option.default])])
      if (isRead(option, text)) expect([text, looksRight(option, text)]).toEqual([text, true]);
  });

  it.each(options.filter(([, , { pattern, many, values }]) => pattern !== undefined && !(many && values)))(
    'of %s, %s, is told so that most of what is refused does not fit',
    (_, __, option) => {
      const refused = texts.filter((text) => !isRead(option, text));
      expect(refused.filter((text) => looksRight(option, text)).length).toBeLessThanOrEqual(2);
    },
  );
});
