import { useMemo } from 'react';
import { useTween } from '../../charts/use-tween.ts';
import { Hint } from '../../states/hint.tsx';
import { Skeleton } from '../../states/skeleton.tsx';
import { figures, inCells, page } from '../../words/index.ts';
import type { CellState } from '../cell-state.ts';

/** A figure in one number, with all that belongs to it. */
export type Told = Readonly<{
  state: CellState;
  value: number | null;
  /** The number as it is read. */
  written: (value: number) => string;
  /** What stands behind it, small. */
  unit?: string;
  /** Interval and counts. */
  beside: readonly string[];
  sentence: string;
}>;

type Props = Readonly<{ href: string; title: string; told: Told | undefined; failed: boolean; isFetching: boolean }>;

/** One headline: the number large, its interval and counts, and what it means. */
export function Headline({ href, title, told, failed, isFetching }: Props) {
  return (
    <li className="headline" aria-busy={isFetching}>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      {told && !failed ? (
        <Content told={told} />
      ) : failed ? (
        <p className="headline-absent">{page.states.failed}</p>
      ) : (
        <Skeleton kind="headline" />
      )}
    </li>
  );
}

function Content({ told: { state, value, written, unit, beside, sentence } }: Readonly<{ told: Told }>) {
  if (state === 'shown' && value !== null)
    return (
      <>
        <p className="headline-number">
          <MovingNumber value={value} written={written} />
          {unit !== undefined && <span className="headline-unit"> {unit}</span>}
        </p>
        <p className="headline-beside">
          {beside.map((each) => (
            <span key={each}>{each}</span>
          ))}
        </p>
        <p className="headline-sentence">{sentence}</p>
      </>
    );
  return <Absent state={state} />;
}

function MovingNumber({ value, written }: Readonly<{ value: number; written: (value: number) => string }>) {
  const [shown = value] = useTween(useMemo(() => [value], [value]));
  return <>{written(shown)}</>;
}

const absent: Readonly<Record<CellState, readonly [word: string, why: string]>> = {
  shown: [inCells.none, page.states.empty],
  empty: [inCells.none, page.states.empty],
  immature: [inCells.notYet, page.states.nobodyMature],
  hidden: [inCells.hidden, figures.retention.hiddenSentence],
};

function Absent({ state }: Readonly<{ state: CellState }>) {
  const [word, why] = absent[state];
  return (
    <>
      <p className="headline-number headline-none">
        {word} {state === 'hidden' && <Hint about="hidden" />}
        {state === 'immature' && <Hint about="immature" />}
      </p>
      <p className="headline-sentence">{why}</p>
    </>
  );
}
