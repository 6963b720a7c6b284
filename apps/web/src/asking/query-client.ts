import { QueryClient } from '@tanstack/react-query';
import { AskingFailed } from './problem.ts';

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

/** Asks again what is on the screen and was not answered for want of a server; what the server refused, it would refuse again. */
export const askAgain = (client: QueryClient): Promise<void> =>
  client.refetchQueries({ type: 'active', predicate: ({ state: { error } }) => error instanceof AskingFailed && error.isOfServer });
