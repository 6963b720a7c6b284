import { Button } from 'react-aria-components';
import { page } from '../words/index.ts';
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
        <Look isOn={isAt(lateSheet.before)} word={words.before} onPress={look(lateSheet.before)} />
        <Look isOn={isAt(lateSheet.after)} word={words.after} onPress={look(lateSheet.after)} />
        {isAway && (
          <Button className="link" onPress={() => change({ validAt: undefined, knownAt: undefined })}>
            {words.leave}
          </Button>
        )}
      </div>
    </aside>
  );
}

function Look({ isOn, word, onPress }: Readonly<{ isOn: boolean; word: string; onPress: () => void }>) {
  return (
    <Button className={isOn ? 'button button-on' : 'button'} aria-pressed={isOn} onPress={onPress}>
      {word}
    </Button>
  );
}
