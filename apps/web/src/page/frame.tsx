import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from 'react-router';
import { networkQuery } from '../live/network.ts';
import { useLive } from '../live/use-live.ts';
import { LiveBadge } from '../live/live-badge.tsx';
import { Notice } from '../states/notice.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { page } from '../words/index.ts';

/** What every page has around it. */
export function Frame() {
  const { data: network } = useQuery(networkQuery);
  const connection = useLive(network?.newest);
  return (
    <>
      <a className="skip" href="#main">
        {page.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <img src="/mark.svg" alt="" width="28" height="28" />
          {page.product}
        </Link>
        <LiveBadge connection={connection} newest={network?.newest} />
        <ThemeSwitch />
      </header>
      {connection === 'lost' && network && (
        <div className="stale">
          <Notice title={page.stale.title} tone="warning">
            {page.stale.text}
          </Notice>
        </div>
      )}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="bottom">
        <p>{page.footer}</p>
      </footer>
    </>
  );
}
