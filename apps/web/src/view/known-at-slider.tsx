import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { eventQuery } from '../live/network.ts';
import { format, page } from '../words/index.ts';
import { useAskedAt } from './asked-at.ts';
import { TimeSlider } from './time-slider.tsx';
import { useDraft } from './use-draft.ts';
import { useView } from './use-view.ts';

const { time: words } = page;

/** K: the place in the log up to which events were known. At its end it follows what is newest. */
export function KnownAtSlider() {
  const [, change] = useView();
  const { at, newest } = useAskedAt();
  const committed = at.knownAt ?? newest;
  const [knownAt, setKnownAt] = useDraft(committed, (chosen) => change({ knownAt: chosen >= newest ? undefined : chosen }));
  return (
    <TimeSlider
      label={words.knownAt}
      hint="knownAt"
      min={0}
      max={newest}
      value={Math.min(knownAt, newest)}
      written={words.position(knownAt, newest)}
      beside={
        <>
          <LastKnown position={committed} />
          {at.knownAt !== undefined && <Newer by={newest - committed} onNewest={() => change({ knownAt: undefined })} />}
        </>
      }
      back={words.before}
      forth={words.after}
      onChange={setKnownAt}
    />
  );
}

/** The last event that was known, in words. */
function LastKnown({ position }: Readonly<{ position: number }>) {
  const { timeZone } = useAskedAt();
  const { data } = useQuery({ ...eventQuery(position), enabled: position > 0, placeholderData: (before) => before });
  if (position === 0) return <span>{words.nothing}</span>;
  return <span className="time-last">{data?.type && data.time ? words.last(data.type, format.dateAndTime(data.time, timeZone)) : ''}</span>;
}

function Newer({ by, onNewest }: Readonly<{ by: number; onNewest: () => void }>) {
  return (
    <Button className="link" onPress={onNewest}>
      {words.newer(by)}: {words.goToNewest.toLowerCase()}
    </Button>
  );
}
