import { page } from '../words/index.ts';
import type { Connection } from './use-live.ts';

/** Whether the page hears of what is appended, and how far the server is. */
export function LiveBadge({ connection, newest }: Readonly<{ connection: Connection; newest: number | undefined }>) {
  return (
    <p className={`live live-${connection}`}>
      <span className="live-dot" aria-hidden="true" />
      {page.live[connection]}
      {newest !== undefined && <span className="live-position">{page.live.position(newest)}</span>}
    </p>
  );
}
