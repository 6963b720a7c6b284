import { Button } from 'react-aria-components';
import { bookedSoon } from '../asking/questions.ts';
import { useAnswerAt } from '../asking/use-answer.ts';
import { shownOf } from '../figures/cell-state.ts';
import { figures, format, inCells, page } from '../words/index.ts';
import { useAskedAt } from './asked-at.ts';
import { useView } from './use-view.ts';

const { story: words } = page;

/** Where the demo network tells of lateness: V, and K before and after the sheet that came in late (README, "What did we know then?"). */
export const lateSheet = { validAt: '2026-03-09T12:00:00Z', before: 1281, after: 1306 } as const;

/** The demo’s late sheet, to be looked at from both sides. */
export function LateSheet() {
  const [{ validAt, knownAt }, change] = useView();
  const look = (position: number) => () => change({ validAt: lateSheet.validAt, knownAt: position });
  const isAt = (position: number): boolean => validAt === lateSheet.validAt && knownAt === position;
  const isAway = validAt !== undefined || knownAt !== undefined;
  return (
    <aside className="story" aria-labelledby="story-title">
      <div>
        <h2 id="story-title">{words.title}</h2>
        <p>{words.text}</p>
      </div>
      <div className="story-buttons">
        <Look isOn={isAt(lateSheet.before)} word={words.before} position={lateSheet.before} onPress={look(lateSheet.before)} />
        <Look isOn={isAt(lateSheet.after)} word={words.after} position={lateSheet.after} onPress={look(lateSheet.after)} />
        {isAway && (
          <Button className="link" onPress={() => change({ validAt: undefined, knownAt: undefined })}>
            {words.leave}
          </Button>
        )}
      </div>
    </aside>
  );
}

type LookProps = Readonly<{ isOn: boolean; word: string; position: number; onPress: () => void }>;

function Look({ isOn, word, position, onPress }: LookProps) {
  return (
    <div className="story-look">
      <Button className={isOn ? 'button button-on' : 'button'} aria-pressed={isOn} onPress={onPress}>
        {word}
      </Button>
      <Known position={position} />
    </div>
  );
}

/** One figure as it was known then: the others of the page need more time than had gone by. */
function Known({ position }: Readonly<{ position: number }>) {
  const { disclosure } = useAskedAt().at;
  const { data, error, isFetching } = useAnswerAt(bookedSoon, { validAt: lateSheet.validAt, knownAt: position, disclosure });
  if (!data) return <p className="story-figure">{error ? page.states.failed : page.states.loading}</p>;
  const cell = shownOf(data);
  return (
    <p className="story-figure" aria-busy={isFetching}>
      {words.figure}: <strong>{cell ? format.percent(cell.value) : data.suppressed ? inCells.hidden : inCells.none}</strong>
      {cell && ` (${format.interval(cell.lower, cell.upper)}), ${figures.of(cell.k, cell.n)}`}
    </p>
  );
}
