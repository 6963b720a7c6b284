import { useMemo, useState } from 'react';
import { type AnswerTo, incidenceRows } from '../../asking/answer.ts';
import { latency } from '../../asking/questions.ts';
import { useAnswer } from '../../asking/use-answer.ts';
import { More } from '../../ask-yourself/more.tsx';
import { definitions, figures } from '../../words/index.ts';
import { Empty } from '../empty.tsx';
import { Figure } from '../figure.tsx';
import { pathwayName } from '../groups.ts';
import { curvesOf } from './curves.ts';
import { CurveTable } from './curve-table.tsx';
import { IncidenceChart } from './incidence-chart.tsx';
import { ReadOff } from './read-off.tsx';

const { latency: words } = figures;
const questions = [latency];
const arms = ['introduced', 'directory'];

/** How long it takes from a referral to its first session, introduced against directory. */
export function LatencyFigure() {
  const asking = useAnswer(latency);
  return (
    <Figure
      id="latency"
      title={words.title}
      lead={words.lead}
      definition={definitions.latency}
      questions={questions}
      asking={asking}
      answersOf={(answer) => [answer]}
    >
      {(answer) => <Curves answer={answer} />}
    </Figure>
  );
}

function Curves({ answer }: Readonly<{ answer: AnswerTo<'latency'> }>) {
  const [day, setDay] = useState(60);
  const curves = useMemo(() => curvesOf(incidenceRows(answer), arms), [answer]);
  if (curves.length === 0) return <Empty cell={answer} />;
  return (
    <>
      <ul className="legend" aria-hidden="true">
        {curves.map(({ group }) => (
          <li key={group} className={`legend-${group}`}>
            {pathwayName(group)}
          </li>
        ))}
      </ul>
      <div className="latency">
        <IncidenceChart curves={curves} day={day} />
        <ReadOff curves={curves} answer={answer} day={day} onDay={setDay} />
      </div>
      <More title={figures.table}>
        <CurveTable curves={curves} />
      </More>
    </>
  );
}
