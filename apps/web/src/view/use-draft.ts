import { useEffect, useRef, useState } from 'react';

/** Long enough not to ask for every place a thumb passes, short enough to feel at once. */
const settled = 160;

/**
 * A value that is shown as soon as it changes and committed once it rests.
 * @param value the committed one
 */
export function useDraft<Value>(value: Value, commit: (value: Value) => void): readonly [Value, (value: Value) => void] {
  const [draft, setDraft] = useState<Readonly<{ value: Value }>>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const committed = useRef(value);
  // What is committed from elsewhere (a link, a button) wins over what was about to be; what comes back of our own does not.
  useEffect(() => {
    if (value !== committed.current) clearTimeout(timer.current);
    setDraft((now) => (value !== committed.current || now?.value === value ? undefined : now));
    committed.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: Value): void => {
    clearTimeout(timer.current);
    setDraft({ value: next });
    timer.current = setTimeout(() => {
      committed.current = next;
      commit(next);
    }, settled);
  };
  return [draft ? draft.value : value, change];
}
