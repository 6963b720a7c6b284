import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { queryClient } from '../asking/query-client.ts';
import { routes } from '../routes.tsx';
import { NewestSearch } from '../view/use-view.ts';
import { HeldEventSource } from './event-source.ts';

/** Opens an address of the app; tells where it stands. */
export function openPage(address = '/') {
  HeldEventSource.hold();
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const search = (): string => router.state.location.search;
  render(
    <QueryClientProvider client={queryClient()}>
      <NewestSearch value={search}>
        <RouterProvider router={router} />
      </NewestSearch>
    </QueryClientProvider>,
  );
  return { search };
}
