import type { TouchpointEvent } from '../event.ts';
import { newestTypes } from '../upcast/newest-types.ts';

/** What a projection needs of nearly every event. */
export type Essence = Pick<TouchpointEvent, 'type' | 'time' | 'source' | 'community' | 'data'>;

const QUOTE = 34;
/** How a canonical line begins, and goes on from value to value (envelope.ts holds the order). */
const begin = '{"specversion":"1.0","id":"';
const [source, type, time, subject, community, data] = [
  '","source":"',
  '","type":"',
  '","time":"',
  '","subject":"',
  '","community":"',
  '"data":',
];

/**
 * Where the value behind the key begins, when the value that begins at `from` ends in that key; else NaN. Of the key its length and first
 * letter are looked at: no two attributes agree in both, and comparing all of it costs as much as parsing the line.
 */
function next(line: string, from: number, key: string): number {
  const end = line.indexOf('"', from);
  const isThere = line.charCodeAt(end + key.length - 1) === QUOTE && line.charCodeAt(end + 3) === key.charCodeAt(3);
  return isThere ? end + key.length : NaN;
}

/**
 * The essence of a stored line without parsing all of it, which takes a tenth off a replay. Where nothing is escaped a quote can only be
 * the end of a string. Undefined where the line must be read in full: something is escaped, the type is not at its newest version, or the
 * line is none that `encodeLine` wrote.
 */
export function essenceOf(line: string): Essence | undefined {
  if (line.includes('\\')) return undefined;
  const sourceAt = next(line, begin.length, source);
  const typeAt = next(line, sourceAt, type);
  const timeAt = next(line, typeAt, time);
  const subjectAt = next(line, timeAt, subject);
  const found = newestTypes.get(line.slice(typeAt, timeAt - time.length));
  if (found === undefined) return undefined;
  const communityAt = next(line, subjectAt, community);
  const known = parsed(line.slice(line.indexOf(data, subjectAt) + data.length, -1));
  return (
    known && {
      type: found,
      time: line.slice(timeAt, subjectAt - subject.length),
      source: line.slice(sourceAt, typeAt - type.length),
      community: communityAt > 0 ? line.slice(communityAt, line.indexOf('"', communityAt)) : undefined,
      data: known,
    }
  );
}

/** The wire type of a stored line, in the same way: undefined where the line must be read in full. */
export function typeOfLine(line: string): string | undefined {
  if (line.includes('\\')) return undefined;
  const typeAt = next(line, next(line, begin.length, source), type);
  return newestTypes.get(line.slice(typeAt, line.indexOf('"', typeAt)));
}

function parsed(text: string): TouchpointEvent['data'] | undefined {
  try {
    return JSON.parse(text) as TouchpointEvent['data'];
  } catch {
    return undefined;
  }
}
