import type { Disclosure } from '../asking/question.ts';
import { isMadeUp, type Network } from '../live/network.ts';
import { useView } from './use-view.ts';

/**
 * For whom the figures are, and how to change it. Unless it was chosen, nothing is hidden of people who are made up, and of all others
 * what the public must not see.
 */
export function useDisclosure(network: Network): readonly [Disclosure, (disclosure: Disclosure) => void] {
  const [view, change] = useView();
  const asOpened = isMadeUp(network) ? 'none' : 'public';
  return [view.disclosure ?? asOpened, (disclosure) => change({ disclosure: disclosure === asOpened ? undefined : disclosure })];
}
