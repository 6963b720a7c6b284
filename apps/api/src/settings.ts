import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How the api is started: `--data FOLDER` or KITHLINE_DATA, HOST, PORT (0: any free one), LOG_LEVEL. */
export type Settings = Readonly<{ folder: string; host: string; port: number; logLevel: string }>;

/** What is wrong with the settings: one line for each mistake, all of them at once. */
export class BadSettings extends Error {
  override name = 'BadSettings';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

const loopback = ['127.0.0.1', '::1', 'localhost'];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const arguments_ = { data: { type: 'string' } } as const;

type Env = Readonly<Record<string, string | undefined>>;

/** @throws BadSettings */
export function readSettings(argv: readonly string[], env: Env): Settings {
  const mistakes: string[] = [];
  const settings = settingsIn(folderIn(argv, mistakes), env);
  for (const [fits, mistake] of demands(settings, env)) if (!fits) mistakes.push(mistake);
  if (mistakes.length > 0) throw new BadSettings(mistakes);
  return settings;
}

/** What is set to nothing is not set. */
const settingsIn = (folder: string | undefined, { KITHLINE_DATA, HOST, PORT, LOG_LEVEL }: Env): Settings => ({
  folder: resolve(folder ?? (KITHLINE_DATA || 'kithline-data')),
  host: HOST || '127.0.0.1',
  port: Number(PORT || '3210'),
  logLevel: LOG_LEVEL || 'info',
});

const demands = ({ host, port, logLevel }: Settings, env: Env): readonly (readonly [fits: boolean, mistake: string])[] => [
  [
    loopback.includes(host),
    `HOST is ${host}: nobody signs in yet, so whoever reaches this address reads and writes everything; it may only be ${loopback.join(', ')}`,
  ],
  [
    /^\d{1,5}$/.test(env['PORT'] || '0') && port <= 65_535,
    `PORT is ${String(env['PORT'])}: it must be a number from 0 (any free port) to 65535`,
  ],
  [logLevels.includes(logLevel), `LOG_LEVEL is ${logLevel}: it must be one of ${logLevels.join(', ')}`],
  [(env['LOG'] || 'sqlite') === 'sqlite', `LOG is ${String(env['LOG'])}: there is only the embedded log yet, leave it out`],
  [(env['GRAPH'] || 'memory') === 'memory', `GRAPH is ${String(env['GRAPH'])}: there is only the graph in memory yet, leave it out`],
];

function folderIn(argv: readonly string[], mistakes: string[]): string | undefined {
  try {
    return parseArgs({ args: [...argv], options: arguments_ }).values.data;
  } catch (error) {
    mistakes.push(`${(error as Error).message}: there is only --data FOLDER; PORT, HOST and LOG_LEVEL are taken from the environment`);
    return undefined;
  }
}
