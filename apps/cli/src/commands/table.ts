import type { CommandSpec } from './command.ts';
import { questionCommands } from './questions.ts';

const purposesHelp = 'what it covers them for (default: outcome_stats,follow_up,name_in_chain)';

/** Every command of the program. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'import',
    args: '<files...>',
    group: 'Record',
    summary: 'record events: CloudEvents NDJSON, or CSV with a mapping; - reads standard input',
    example: 'kithline import orders.csv --mapping orders.json --consent-basis "customers agreed to statistics"',
    options: [
      { flags: '--mapping <file>', help: 'the files are CSV; this JSON says which column becomes which field of which event' },
      { flags: '--consent-basis <text>', help: 'on what basis the data is there, in words, declared for each source in the files' },
      { flags: '--purposes <purpose...>', help: purposesHelp },
      { flags: '--rejects <file>', help: 'where bad lines are listed (default: beside the file, its name + .rejects.ndjson)' },
      { flags: '--strict', help: 'import nothing when any line is bad' },
      { flags: '--restore', help: 'the file is an export, to be restored into an empty log exactly as it was' },
    ],
    load: () => import('../import/import-command.ts'),
  },
  {
    name: 'consent-basis',
    args: '<action>',
    argValues: ['declare', 'revoke', 'list'],
    group: 'Record',
    summary: 'declare or revoke on what basis the events of a source are there, or list what is declared',
    example: 'kithline consent-basis declare --source urn:example:clinic --statement "written consent at intake"',
    options: [
      { flags: '--source <source>', help: 'the CloudEvents source whose events it covers' },
      { flags: '--statement <text>', help: 'the basis, in words' },
      { flags: '--purposes <purpose...>', help: purposesHelp },
      { flags: '--id <basis>', help: 'revoke: the basis by its id, instead of source, statement and purposes' },
    ],
    load: () => import('../consent/consent-basis-command.ts'),
  },
  ...questionCommands,
  {
    name: 'export',
    args: '[file]',
    group: 'Keep',
    summary: 'write every event as CloudEvents NDJSON, with when it was recorded and its hash',
    example: 'kithline export network.ndjson',
    options: [],
    load: () => import('../keep/export-command.ts'),
  },
  {
    name: 'backup',
    args: '<file>',
    group: 'Keep',
    summary: 'copy the log while it is in use',
    example: 'kithline backup /safe/place/log.sqlite',
    options: [],
    load: () => import('../keep/backup-command.ts'),
  },
  {
    name: 'status',
    group: 'Look after',
    summary: 'where log and graph stand, how large they are, and what imported facts break the rules',
    example: 'kithline status',
    options: [],
    load: () => import('../look-after/status-command.ts'),
  },
  {
    name: 'verify',
    group: 'Look after',
    summary: 'recompute the hash of every event of the log',
    example: 'kithline verify',
    options: [],
    load: () => import('../look-after/verify-command.ts'),
  },
  {
    name: 'rebuild',
    group: 'Look after',
    summary: 'build the graph anew from the log',
    example: 'kithline rebuild --verify',
    options: [{ flags: '--verify', help: 'only prove that the graph equals the one rebuilt from nothing, by hash' }],
    load: () => import('../look-after/rebuild-command.ts'),
  },
  {
    name: 'demo',
    group: 'Try',
    summary: 'load the demo network and print its figures',
    example: 'kithline demo --data demo',
    options: [
      {
        flags: '--disclosure <policy>',
        help: 'none (default: the people are synthetic), named or public',
        values: ['none', 'named', 'public'],
      },
    ],
    load: () => import('../try/demo-command.ts'),
  },
  {
    name: 'generate',
    args: '[file]',
    group: 'Try',
    summary: 'write the events of a made-up network as CloudEvents NDJSON',
    example: 'kithline generate network.ndjson --people 2000 --events 20000 --seed 7',
    options: [
      { flags: '--people <number>', help: 'how many persons (default: 1000)' },
      { flags: '--events <number>', help: 'how many events (default: 10 a person)' },
      { flags: '--seed <number>', help: 'the same seed makes the same network (default: 1)' },
    ],
    load: () => import('../try/generate-command.ts'),
  },
  {
    name: 'completion',
    args: '<shell>',
    argValues: ['bash', 'zsh', 'fish'],
    group: 'Try',
    summary: 'print a script that completes commands and options in a shell',
    example: 'source <(kithline completion bash)',
    options: [],
    load: () => import('./completion-command.ts'),
  },
];
