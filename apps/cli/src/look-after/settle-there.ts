import { type ParkedOrder, Problem, type ProblemJson, type SettledList } from '@kithline/network';

/** Has a server do what is to be done with what is parked. @throws Problem with what the server says */
export async function settleThere(server: URL, order: ParkedOrder): Promise<SettledList> {
  const response = await fetch(new URL(pathOf(order), server), { method: 'POST' });
  const answer = (await response.json()) as SettledList & ProblemJson;
  if (response.ok) return answer;
  throw new Problem(response.status === 404 ? 'notFound' : 'failed', answer.code, `the server says: ${answer.detail}`, answer.errors);
}

function pathOf(order: ParkedOrder): string {
  if ('skip' in order) return `/v1/parked/skip?${new URLSearchParams({ position: String(order.skip), reason: order.reason }).toString()}`;
  if (order.retry === 'all') return '/v1/parked/retry?all=true';
  return `/v1/parked/retry?${order.retry.map((position) => `position=${position}`).join('&')}`;
}
