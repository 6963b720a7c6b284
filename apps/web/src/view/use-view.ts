import { createContext, useCallback, useContext, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { searchOf, type View, viewOf } from './view.ts';

/** The search of the address as it is now. A page that is slow to render still has the one before. */
export const NewestSearch = createContext<() => string>(() => window.location.search);

/** The view of the address, and how to change some of it. Changes replace the entry of the history: a slider is not a journey. */
export function useView(): readonly [View, (change: Partial<View>) => void] {
  const [search, setSearch] = useSearchParams();
  const newest = useContext(NewestSearch);
  const view = useMemo(() => viewOf(search), [search]);
  const change = useCallback(
    (some: Partial<View>) => {
      const now = viewOf(new URLSearchParams(newest()));
      setSearch(searchOf({ ...now, ...some }), { replace: true, preventScrollReset: true });
    },
    [setSearch, newest],
  );
  return [view, change];
}
