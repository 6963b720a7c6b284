import type { RouteObject } from 'react-router';
import { BrokenPage } from './page/broken-page.tsx';
import { Frame } from './page/frame.tsx';
import { MissingPage } from './page/missing-page.tsx';
import { NetworkPage } from './page/network-page.tsx';

/** Which page stands at which address. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <BrokenPage />,
    children: [
      { path: '/', element: <NetworkPage /> },
      { path: '*', element: <MissingPage /> },
    ],
  },
];
