import type { RouteObject } from 'react-router';
import { Frame } from './page/frame.tsx';
import { MissingPage } from './page/missing-page.tsx';
import { NetworkPage } from './page/network-page.tsx';

/** Which page stands at which address. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    children: [
      { path: '/', element: <NetworkPage /> },
      { path: '*', element: <MissingPage /> },
    ],
  },
];
