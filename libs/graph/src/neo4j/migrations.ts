import { GraphUnavailable } from './graph-unavailable.ts';
import { type Server, whole } from './server.ts';

/** What each migration does, by number; one that was made once is never changed. Constraints carry the indexes that statements go by. */
export const migrations: readonly (readonly string[])[] = [
  [
    '001-graph',
    '001-checkpoint',
    '001-person',
    '001-community',
    '001-engagement',
    '001-introduction',
    '001-referral',
    '001-consent-basis',
    '001-source',
    '001-representative',
    '001-block',
  ],
  ['002-order', '002-order-by-number'],
  ['003-order-by-done'],
  // Nothing to prepare, but a version that keeps no stories (stories.ts) must not write where others read them.
  [],
  ['005-whole'],
  ['006-shown'],
];

/**
 * Makes the migrations that are still to be made, each statement so that doing it twice does no harm: two that start at once both succeed.
 * @throws GraphUnavailable (`not-prepared`) when a newer version than this one prepared the server
 */
export async function migrate(server: Server): Promise<void> {
  const known = await versionOf(server);
  if (known > migrations.length) {
    const { address } = server;
    throw new GraphUnavailable(
      'not-prepared',
      address,
      `${address} was prepared by a newer version (${known}), this one knows ${migrations.length}`,
    );
  }
  for (const statements of migrations.slice(known)) for (const statement of statements) await server.change(`schema/${statement}`);
  if (known === migrations.length) return;
  await server.change('schema/wait');
  await server.change('schema/made', { version: whole(migrations.length) });
}

export async function versionOf(server: Server): Promise<number> {
  const [row] = await server.read('schema/version');
  return (row?.['version'] as number | undefined) ?? 0;
}
