import type { Network } from '../live/network.ts';
import { page } from '../words/index.ts';

/** The title of the page, and what it is about. */
export function Lead({ network }: Readonly<{ network: Network }>) {
  return (
    <div className="lead">
      <h1>{page.title}</h1>
      <p>{page.lead(network.communities.map(({ name }) => name))}</p>
    </div>
  );
}
