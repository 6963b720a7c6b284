import { count } from './format.ts';

/** What the page says about itself, its controls and its states. */
export const page = {
  product: 'Kithline',
  title: 'The network’s figures',
  skip: 'Skip to the figures',
  lead: (communities: readonly string[]): string =>
    `${list(communities)}: who came back, how long people waited, what became of it. Every figure says what was true at an instant, as we knew it at a place in the log.`,
  synthetic: {
    title: 'A made-up network.',
    text: 'Its people are synthetic, so nothing needs to be hidden: figures are asked with disclosure none. As public shows what would be kept back if they were real.',
  },
  real: {
    title: 'Not for publication.',
    text: 'With disclosure none nothing is hidden: small numbers can tell of single persons. Switch to public before you pass a figure on.',
  },
  isPublic: {
    title: 'As the public may see it.',
    text: 'Counts from 1 to 10, and all that would give them away, are hidden. A figure with nothing to hide stays as it is.',
  },
  footer:
    'Kithline keeps what happens in a community as events and computes every figure from them. Nothing on this page leaves your machine.',
  controls: {
    label: 'What is asked, and when',
    disclosure: 'Shown',
    disclosures: { none: 'Everything', public: 'As public' },
    community: 'Community',
    allCommunities: 'All communities',
    unknownCommunity: (id: string): string => `${id} (unknown)`,
    theme: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
  },
  time: {
    validAt: 'True on',
    knownAt: 'As known at',
    position: (at: number, end: number): string => `event ${count(at)} of ${count(end)}`,
    goToNewest: 'Go to newest',
    newer: (n: number): string => (n === 1 ? '1 newer event' : `${count(n)} newer events`),
    last: (type: string, when: string): string => `last known: ${type}, ${when}`,
    nothing: 'nothing known yet',
    earlier: 'One day earlier',
    later: 'One day later',
    before: 'One event back',
    after: 'One event on',
  },
  story: {
    title: 'See a late sheet change the past',
    text: 'The check-ins of 5 March were on paper and came in four days late. Look at 9 March, before and after the sheet was recorded.',
    before: 'Before the sheet',
    after: 'After the sheet',
    figure: 'Booked within 3 days, all communities',
    leave: 'Back to the end',
  },
  live: { live: 'Live', connecting: 'Connecting', lost: 'Not connected', position: (at: number): string => `event ${count(at)}` },
  stale: {
    title: 'The server cannot be reached.',
    text: 'Figures that are shown are the last that came; those that are missing come by themselves once it is back.',
  },
  states: {
    loading: 'Loading…',
    updating: 'Updating',
    failed: 'This figure did not come',
    pageFailed: 'The network did not come',
    unreachable: 'The server cannot be reached. Is it running?',
    unexpected: 'The server sent something that is no answer.',
    code: (code: string): string => `Code: ${code}`,
    retry: 'Try again',
    emptyLog: { title: 'Nothing is recorded yet', text: 'As soon as the first event is in the log, figures appear here by themselves.' },
    empty: 'Nobody to count yet: at this V and K nothing that starts this figure had happened and was known.',
    hidden: 'Hidden: too few persons stand behind it to be shown to the public.',
    nobodyMature: 'Nobody has been observed for long enough yet, so there is no share to show.',
  },
  broken: {
    title: 'This page has failed',
    text: 'Something in it is wrong, not in what you asked. Your data is untouched.',
    home: 'Begin again',
  },
  missing: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or from another version.',
    home: 'To the network’s figures',
  },
} as const;

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'The network') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
