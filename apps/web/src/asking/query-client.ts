import { QueryClient } from '@tanstack/react-query';
import type { AskingFailed } from './problem.ts';

const attempts = 4;

/** Answers at a (V, K) never change, so they are kept; a server that is busy is asked again when it says, one that refuses is not. */
export const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always', // the server is on this machine, whatever the network does
        retry: (failures, error) => (error as AskingFailed).isPassing === true && failures < attempts,
        retryDelay: (failures, error) => (error as AskingFailed).retryAfter ?? 250 * 2 ** failures,
      },
    },
  });
