import { createContext, use } from 'react';
import type { AskedAt } from '../asking/question.ts';

/** At which V and K the page asks, the newest position there is, and the V at which the page opened. */
export type PageAskedAt = Readonly<{ at: AskedAt; newest: number; opened: string; timeZone: string }>;

const AskedAtContext = createContext<PageAskedAt | undefined>(undefined);
export const AskedAtProvider = AskedAtContext.Provider;

/** @throws Error outside a page that asks */
export function useAskedAt(): PageAskedAt {
  const asked = use(AskedAtContext);
  if (!asked) throw new Error('No V and K here: AskedAtProvider is missing');
  return asked;
}
