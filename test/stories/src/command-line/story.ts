import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, kithline, type Ran } from '../kithline.ts';

type Json = Record<string, unknown>;

export const lineOf = (event: object): string => `${JSON.stringify(event)}\n`;

/** A folder in which one story plays, and what is done there. */
export function aStory() {
  const { folder, remove } = aFolder();
  const file = (name: string): string => join(folder, name);
  const run = (...args: string[]): Promise<Ran> => kithline(args, { cwd: folder });
  /** The one JSON object a command prints, an answer or a problem. */
  const asked = async (...args: string[]): Promise<{ code: number; json: Json }> => {
    const { code, out, err } = await run(...args, '--json');
    return { code, json: JSON.parse(out || err) as Json };
  };
  return {
    folder,
    remove,
    file,
    run,
    asked,
    json: async (...args: string[]): Promise<Json> => (await asked(...args)).json,
    write: (name: string, events: readonly object[]): void => writeFileSync(file(name), events.map(lineOf).join('')),
    /** The objects of an NDJSON file. */
    read: (name: string): Json[] =>
      readFileSync(file(name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Json),
    /** All events of a log. */
    events: async (data: string): Promise<Json[]> => (await asked('events', '--disclosure', 'none', '--data', data)).json.rows as Json[],
  };
}
