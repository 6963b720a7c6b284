import { common } from '../common-options.ts';
import { recordedType } from '../events.ts';
import { InvalidOption } from '../invalid-option.ts';
import { atLeastNothing, choice, count, flag, several, word } from '../kind.ts';
import { defaulted, optional, required, type Values } from '../option.ts';
import { id } from '../places.ts';

export const chainOptions = {
  person: required(id, { help: 'whose introducers are asked for', example: 'p-nevole', positional: true }),
  ...common,
};

export const introducedOptions = {
  person: optional(id, { help: 'below whom', example: 'h-pizuno', positional: true }),
  all: defaulted(flag, 'false', { help: 'instead of a person: every root, with the size and depth of its tree' }),
  depth: optional(count, { help: 'no deeper than this', example: '2' }),
  ...common,
};

export function checkIntroduced(asked: Values<typeof introducedOptions>): InvalidOption[] {
  if (asked.all && asked.person !== undefined) return [new InvalidOption('all', 'stands instead of a person: give one or the other')];
  if (!asked.all && asked.person === undefined)
    return [new InvalidOption('person', 'is missing: name a person, or ask for every root with --all')];
  return [];
}

const laterModes = ['cheapest', 'earliest-arrival', 'latest-departure', 'fastest', 'fewest-hops'];

export const pathsOptions = {
  from: required(id, { help: 'where paths begin', example: 'h-pizuno', positional: true }),
  to: optional(id, { help: 'where they end (default: everybody within reach, with the distance)', example: 'p-nevole', positional: true }),
  mode: defaulted(choice(['shortest', 'all-shortest'], laterModes), 'shortest', { help: 'one shortest path, or all of them' }),
  over: defaulted(several(choice(['introductions', 'referrals', 'engagements'])), 'introductions', {
    help: 'the edges that may be walked',
    example: 'introductions,referrals',
  }),
  kinds: optional(several(word), { help: 'only introductions of these kinds', example: 'friend,neighbour' }),
  undirected: defaulted(flag, 'false', { help: 'walk edges both ways' }),
  ever: defaulted(flag, 'false', { help: 'also over what is no longer open' }),
  'max-hops': optional(atLeastNothing, { help: 'no longer than this', example: '6' }),
  limit: optional(count, { help: 'no more paths, or persons, than this', example: '100' }),
  ...common,
};

export function checkPaths(asked: Values<typeof pathsOptions>): InvalidOption[] {
  if (asked.to === undefined && asked.mode === 'all-shortest')
    return [new InvalidOption('mode', 'all-shortest needs an end: name a second person')];
  if (asked.kinds && !asked.over.includes('introductions'))
    return [new InvalidOption('kinds', 'are those of introductions: --over must have them')];
  return [];
}

export const eventsOptions = {
  stream: optional(word, { help: 'only this stream', example: 'referral/r-17' }),
  after: optional(atLeastNothing, { help: 'only what was recorded after this position', example: '7000' }),
  type: optional(several(recordedType), { help: 'only events of these types', example: 'ReferralMade' }),
  limit: optional(count, { help: 'no more than this', example: '100' }),
  ...common,
};

export const checkEvents = ({ disclosure }: Values<typeof eventsOptions>): InvalidOption[] =>
  disclosure === 'none' ? [] : [new InvalidOption('disclosure', 'must be none: events are not masked by consent')];
