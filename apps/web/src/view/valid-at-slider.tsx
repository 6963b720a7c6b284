import { useMemo } from 'react';
import type { Network } from '../live/network.ts';
import { format, page } from '../words/index.ts';
import { useAskedAt } from './asked-at.ts';
import { daysBetween } from './days.ts';
import { TimeSlider } from './time-slider.tsx';
import { useDraft } from './use-draft.ts';
import { useView } from './use-view.ts';

const { time: words } = page;

/** V: the day the figures speak of. */
export function ValidAtSlider({ network: { from, until } }: Readonly<{ network: Network }>) {
  const [, change] = useView();
  const { at, opened, timeZone } = useAskedAt();
  const days = useMemo(() => daysBetween(from, until), [from, until]);
  const [validAt, setValidAt] = useDraft(at.validAt, (chosen) => change({ validAt: chosen === opened ? undefined : chosen }));
  return (
    <TimeSlider
      label={words.validAt}
      hint="validAt"
      min={0}
      max={days.count}
      value={days.indexOf(validAt)}
      written={format.longDate(validAt, timeZone)}
      beside={<span>{`${format.clock(validAt, timeZone)}, ${format.zoneName(timeZone)}`}</span>}
      back={words.earlier}
      forth={words.later}
      onChange={(index) => setValidAt(days.at(index))}
    />
  );
}
