import type { LapseQuestion, LatencyQuestion, PathQuestion, ReferralGraph, ReReferralQuestion, ReturnQuestion } from '@kithline/graph';
import { DAY, type Instant } from '@kithline/touchpoints';
import { beginning, communities, people, practitioners } from './cast.ts';

const everybody = [...people, ...practitioners, 'nobody'];
/** Local days of a community in UTC, and of one that is half a day off. */
const utc = Float64Array.from({ length: 400 }, (_, day) => beginning + (day - 100) * DAY - DAY / 2);
const days = new Map([[null, utc] as const, ...communities.map((id, i) => [id, utc.map((start) => start + (i * DAY) / 2)] as const)]);
const weeks = { elapsed: 7 * DAY };
const scope = { purposes: ['outcome_stats'] as const, by: 'community' as const };
const engaged = [{ type: 'TouchpointRecorded', except: 'outreach' }, { type: 'CheckedIn' }, { type: 'SessionAttended' }] as const;

const joined: Omit<ReturnQuestion & LapseQuestion, 'validAt' | 'windows' | 'cohorts' | 'lapse'> = {
  ...{ ...scope, start: { type: 'MemberJoined' }, returns: engaged, entry: 'first', unit: 'person' },
};
const fortnight = { from: 0, to: 14 * DAY, closed: false, observe: [0, 14 * DAY] as const };
const made: Omit<LatencyQuestion, 'validAt'> = { ...scope, from: 'made', session: 1, clock: 'continue', days, clustered: true };
const again: Omit<ReReferralQuestion, 'validAt' | 'reading'> = { ...scope, variant: 'every', horizonDays: 30, allReferrers: true, days };
const way: Omit<PathQuestion, 'validAt' | 'from'> = { mode: 'all-shortest', over: ['introductions'], undirected: true, ever: false };

/** Which links may be walked, and how. */
const ways: Readonly<Record<string, Partial<PathQuestion>>> = {
  'both ways': {},
  'one way': { undirected: false },
  'open ever': { ever: true, mode: 'shortest' },
  'of one kind': { kinds: ['work'], ever: true },
  'of a few': { limit: 1, maxHops: 3 },
  'over referrals': { over: ['referrals'], undirected: false },
  'over engagements': { over: ['engagements'] },
  'over everything': { over: ['introductions', 'referrals', 'engagements'], mode: 'shortest' },
};
const waysOfAna = (graph: ReferralGraph, question: Omit<PathQuestion, 'from'>): Promise<unknown> =>
  Promise.all([undefined, ...everybody].map((to) => graph.paths({ ...question, from: 'ana', to })));

type Ask = (graph: ReferralGraph, validAt: Instant) => Promise<unknown>;

/** Every question of the port, in the variants that read different facts; by a name that says which. */
const questions: Readonly<Record<string, Ask>> = {
  communities: (graph, validAt) => graph.communities(validAt),
  span: (graph, validAt) => graph.span(validAt),
  knows: (graph, validAt) => Promise.all(everybody.map((person) => graph.knows(person, validAt))),
  returns: (graph, validAt) =>
    graph.returns({ ...joined, validAt, cohorts: weeks, windows: { first: fortnight, step: 14 * DAY }, list: true }),
  'returns by spell': (graph, validAt) =>
    graph.returns({ ...joined, validAt, unit: 'spell', entry: 'recurring', cohorts: days, windows: [fortnight], by: 'pathway' }),
  lapses: (graph, validAt) => graph.lapses({ ...joined, validAt, lapse: 20 * DAY, clustered: true }),
  latencies: (graph, validAt) => graph.latencies({ ...made, validAt }),
  'latencies from the first touch': (graph, validAt) => graph.latencies({ ...made, validAt, from: 'first-touch', by: 'referrer' }),
  'latencies to the third session': (graph, validAt) =>
    graph.latencies({ ...made, validAt, session: 3, clock: 'segment', by: 'introducer' }),
  'latencies from acceptance': (graph, validAt) =>
    graph.latencies({ ...made, validAt, from: 'accepted', cohorts: weeks, by: 'practitioner' }),
  ...Object.fromEntries(
    (['return', 'referrer', 'client', 'share', 'onward'] as const).map((reading): [string, Ask] => [
      `re-referrals by ${reading}`,
      (graph, validAt) => graph.reReferrals({ ...again, validAt, reading }),
    ]),
  ),
  'chained re-referrals': (graph, validAt) => graph.reReferrals({ ...again, validAt, reading: 'return', variant: 'chained', by: 'source' }),
  ...Object.fromEntries(
    (['last', 'fractional'] as const).map((credit): [string, Ask] => [
      `conversions, credit ${credit}`,
      (graph, validAt) => graph.conversions({ ...scope, validAt, variant: 'scheduled', credit, horizonDays: 20, days }),
    ]),
  ),
  outcomes: (graph, validAt) => graph.outcomes({ ...scope, validAt, instrument: 'PHQ-9', window: [3, 30], days }),
  chain: (graph, validAt) => Promise.all(everybody.map((person) => graph.chain({ validAt, person }))),
  introduced: (graph, validAt) => Promise.all([undefined, ...everybody].map((person) => graph.introduced({ validAt, person }))),
  reached: (graph, validAt) => Promise.all(everybody.map((from) => graph.paths({ ...way, validAt, from, undirected: false, maxHops: 2 }))),
  ...Object.fromEntries(
    Object.entries(ways).map(([name, more]): [string, Ask] => [
      `paths ${name}`,
      (graph, validAt) => waysOfAna(graph, { ...way, ...more, validAt }),
    ]),
  ),
};

/** Walks from person to person; last, whom a graph on a server may look at everything for. */
const walks: Readonly<Record<string, Ask>> = {
  communities: questions['communities']!,
  chain: questions['chain']!,
  introduced: (graph, validAt) => Promise.all(everybody.map((person) => graph.introduced({ validAt, person }))),
  ...Object.fromEntries(
    ['both ways', 'one way', 'open ever', 'of one kind', 'of a few'].map((name): [string, Ask] => [
      `paths ${name}`,
      (graph, validAt) => Promise.all(everybody.map((to) => graph.paths({ ...way, ...ways[name], validAt, from: 'ana', to }))),
    ]),
  ),
  knows: questions['knows']!,
};

type Answers = Readonly<Record<string, unknown>>;

/** What every question gets for an answer, in the middle of a busy history and after it. */
export const everyAnswer = (graph: ReferralGraph): Promise<Answers> => answersTo(questions, graph);

/** What every walk gets for an answer: asked before any figure, when a graph on a server has nothing at hand. */
export const everyWalk = (graph: ReferralGraph): Promise<Answers> => answersTo(walks, graph);

async function answersTo(asked: Readonly<Record<string, Ask>>, graph: ReferralGraph): Promise<Answers> {
  const answers: Record<string, unknown> = { position: graph.position, recordedAt: graph.recordedAt };
  for (const [name, ask] of Object.entries(asked)) {
    for (const day of [60, 200]) answers[`${name}, day ${day}`] = await ask(graph, beginning + day * DAY);
  }
  return answers;
}
