import type { CommandSpec, OptionSpec } from './command.ts';

/** The questions by name: summary and example as help prints them without loading the metrics, whose table they come from. */
const asked: Readonly<Record<string, readonly [args: string, summary: string, example: string]>> = {
  retention: ['', 'who comes back, by period since they entered', 'kithline retention --period month --by cohort'],
  're-engagement': [
    '',
    'the share engaged again within, around or after a number of days',
    'kithline re-engagement --horizon 90d --by community',
  ],
  latency: [
    '',
    'how long from a referral to its first or third session',
    'kithline latency --horizon 30d --by pathway --compare introduced,directory',
  ],
  're-referral': ['', 'who refers, or is referred, again', 'kithline re-referral --reading referrer --by practitioner'],
  conversion: [
    '',
    'the share of attendees booked, or seen, within days of an engagement',
    'kithline conversion --horizon 30d --by pathway',
  ],
  'outcome-change': [
    '',
    'how a measured outcome changed after an engagement',
    'kithline outcome-change --instrument PHQ-9 --window 7d..14d',
  ],
  chain: ['<person>', 'through whom a person came', 'kithline chain p-nevole'],
  introduced: ['[person]', 'whom a person brought, and whom those brought', 'kithline introduced h-pizuno --depth 2'],
  paths: ['<from> [to]', 'how one person leads to another', 'kithline paths h-pizuno p-nevole --over introductions,referrals'],
};

const eventsExample = 'kithline events --stream referral/r-17 --disclosure none';

/** The commands that ask. */
export const questionCommands: readonly CommandSpec[] = [
  ...Object.entries(asked).map(([name, [args, summary, example]]): CommandSpec => ({
    name,
    ...(args !== '' && { args }),
    group: 'Ask',
    summary,
    example,
    options: () => optionsOf(name),
    load: () => import('../ask/question-command.ts'),
  })),
  {
    name: 'events',
    group: 'Ask',
    summary: 'what was recorded',
    example: eventsExample,
    options: async () => [
      ...(await optionsOf('events')),
      { flags: '--follow', help: 'go on with what is recorded from now on, until Ctrl-C' },
    ],
    load: () => import('../ask/events-command.ts'),
  },
];

async function optionsOf(name: string): Promise<readonly OptionSpec[]> {
  const { questionOptions } = await import('../ask/question-options.ts');
  return questionOptions(name);
}
