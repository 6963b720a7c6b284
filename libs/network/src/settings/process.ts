import type { Given } from './given.ts';

const loopback = ['127.0.0.1', '::1', 'localhost'];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where a process listens, and how much it says. Nobody signs in yet, so it listens on loopback only. */
export type ProcessSettings = Readonly<{ host: string; port: number; logLevel: string }>;

/** HOST, PORT (0: any free one) and LOG_LEVEL. Mistakes are left in `given`. */
export function readProcess(given: Given, usualPort: number): ProcessSettings {
  const host = given.text('HOST') ?? '127.0.0.1';
  if (!loopback.includes(host)) {
    given.mistakes.push(
      `HOST is ${host}: nobody signs in yet, so whoever reaches this address reads and writes everything; it may only be ${loopback.join(', ')}`,
    );
  }
  return { host, port: given.number('PORT', [0, usualPort, 65_535]), logLevel: given.word('LOG_LEVEL', logLevels, 'info') };
}

/** Why a process cannot listen where its settings say, in words that name the setting where that is one. */
export function whyNotListening(error: unknown, { host, port }: Pick<ProcessSettings, 'host' | 'port'>): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new Error(`port ${port} of ${host} is taken by another process: name another one with PORT, or 0 for any`);
}
