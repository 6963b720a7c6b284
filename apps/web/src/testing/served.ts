import { again, back, backTogether, booked, event, felt, harbour, share, step, waited } from './answers.ts';

/** What a server answers at a path, by the parameters of the query: a body, a ready response, or nothing at all (undefined: not reached). */
export type Answering = (query: URLSearchParams) => object | Response | undefined;

const events = (query: URLSearchParams): object => {
  const rows = query.has('after') ? [event(90, '2026-10-25T15:00:00Z')] : [harbour];
  return { K: 90, rows };
};

const comparison = {
  difference: 0.093,
  lower: -0.016,
  upper: 0.2,
  relative: 0.28,
  relative_lower: -0.04,
  relative_upper: 0.7,
  suppressed: false,
};
const sooner = { sooner: 0.18, sooner_lower: 0.1, sooner_upper: 0.36, suppressed: false };
const months = [share(67, 100), share(81, 100), share(0, 0, 100)];

const harbourSource = 'urn:kithline:examples:harbour';

/** Where its log and its graph stand; `others` are the sources beside the one that is made up. */
export const status = (...others: readonly string[]) => ({
  checkpoint: 90,
  span: { from: harbour.time, to: '2026-10-25T15:00:00Z' },
  sources: { count: 1 + others.length, madeUp: [harbourSource], others },
});

/** A small network with something in every figure. */
export const network: Readonly<Record<string, Answering>> = {
  '/v1/status': () => status(),
  '/v1/events': events,
  '/v1/conversion': () => booked({ directory: share(50, 150), introduced: share(64, 150) }, comparison),
  '/v1/latency': () =>
    waited(
      [step('introduced', 20, 0.2, 170), step('introduced', 90, 0.7, 60), step('directory', 30, 0.1, 171), step('directory', 95, 0.6, 70)],
      { introduced: 41, directory: 50 },
      sooner,
    ),
  '/v1/retention': (query) => (query.has('by') ? back({ '2026-02': months }) : backTogether(months)),
  '/v1/outcome-change': () => felt(-5),
  '/v1/re-referral': () => again,
};

/** Puts a server in the place of the network, and tells what it was asked. */
export function serve(answers: Readonly<Record<string, Answering>> = network): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const url = new URL((input as Request).url);
    asked.push(url.pathname + decodeURIComponent(url.search));
    const answer = answers[url.pathname]?.(url.searchParams);
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer instanceof Response ? answer : Response.json(answer);
  };
  return asked;
}

/** A refusal in the server's words. */
export const problem = (status: number, code: string, detail: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ status, code, detail }), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
