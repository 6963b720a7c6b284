import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AskedAt } from '../asking/question.ts';
import { ConversionFigure } from '../figures/conversion/conversion-figure.tsx';
import { Headlines } from '../figures/headlines/headlines.tsx';
import { LatencyFigure } from '../figures/latency/latency-figure.tsx';
import { OutcomeChangeFigure } from '../figures/outcome-change/outcome-change-figure.tsx';
import { ReReferralFigure } from '../figures/re-referral/re-referral-figure.tsx';
import { RetentionFigure } from '../figures/retention/retention-figure.tsx';
import { isMadeUp, type Network, networkQuery } from '../live/network.ts';
import { Failure } from '../states/failure.tsx';
import { Notice } from '../states/notice.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { AskedAtProvider } from '../view/asked-at.ts';
import { Controls } from '../view/controls.tsx';
import { useDisclosure } from '../view/disclosure.ts';
import { LateSheet } from '../view/late-sheet.tsx';
import { useView } from '../view/use-view.ts';
import { instant, type View } from '../view/view.ts';
import { figures, page } from '../words/index.ts';
import { Lead } from './lead.tsx';

/** The network’s figures at a V and a K. */
export function NetworkPage() {
  const { data: network, error, refetch } = useQuery(networkQuery);
  if (network === undefined && error)
    return <Failure error={error} title={page.states.pageFailed} retry={() => void refetch()} level="h1" />;
  if (network === undefined) return <Skeleton kind="page" />;
  if (network.newest === 0) return <EmptyLog />;
  return <Figures network={network} />;
}

function EmptyLog() {
  return (
    <div className="empty-page">
      <h1>{page.states.emptyLog.title}</h1>
      <p>{page.states.emptyLog.text}</p>
    </div>
  );
}

function Figures({ network }: Readonly<{ network: Network }>) {
  const [view] = useView();
  // The page stays where it was opened: what is recorded later moves the ends of the sliders, not the day that is looked at.
  const [opened] = useState(() => instant(network.until));
  const [disclosure] = useDisclosure(network);
  const asked = useMemo(() => askedAt({ ...view, disclosure }, network, opened), [view, disclosure, network, opened]);
  return (
    <AskedAtProvider value={asked}>
      <Lead network={network} />
      <Controls network={network} />
      <Headlines />
      <Telling disclosure={disclosure} isMadeUp={isMadeUp(network)} />
      {network.hasLateSheet && <LateSheet />}
      <h2 className="visually-hidden">{figures.all}</h2>
      <div className="figures">
        <RetentionFigure />
        <LatencyFigure />
        <ConversionFigure />
        <OutcomeChangeFigure />
        <ReReferralFigure />
      </div>
    </AskedAtProvider>
  );
}

/** What every question of the page is asked at, and in whose days it is shown. */
function askedAt(
  { validAt, knownAt, disclosure, community }: View & Pick<AskedAt, 'disclosure'>,
  { newest, communities }: Network,
  opened: string,
) {
  const zones = new Set(communities.filter(({ id }) => community === undefined || id === community).map(({ timeZone }) => timeZone));
  const [zone] = zones;
  return {
    at: {
      validAt: validAt ?? opened,
      // further on, nothing is known yet
      ...(knownAt !== undefined && knownAt < newest && { knownAt }),
      disclosure,
      ...(community !== undefined && { community }),
    },
    newest,
    opened,
    timeZone: zones.size === 1 && zone !== undefined ? zone : 'UTC',
  };
}

function Telling({ disclosure, isMadeUp: madeUp }: Readonly<{ disclosure: AskedAt['disclosure']; isMadeUp: boolean }>) {
  const { title, text } = disclosure === 'public' ? page.isPublic : madeUp ? page.synthetic : page.real;
  return <Notice title={title}>{text}</Notice>;
}
