import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { searchOf, type View, viewOf } from './view.ts';

/** The view of the address, and how to change some of it. Changes replace the entry of the history: a slider is not a journey. */
export function useView(): readonly [View, (change: Partial<View>) => void] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => viewOf(search), [search]);
  const change = useCallback(
    (some: Partial<View>) => setSearch((now) => searchOf({ ...viewOf(now), ...some }), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  return [view, change];
}
