import { useMemo } from 'react';
import type { AnswerTo } from '../../asking/answer.ts';
import { type Period, retention, retentionByCohort } from '../../asking/questions.ts';
import { useAnswers } from '../../asking/use-answer.ts';
import { Segmented } from '../../states/segmented.tsx';
import { useView } from '../../view/use-view.ts';
import { definitions, figures } from '../../words/index.ts';
import { Empty } from '../empty.tsx';
import { Figure } from '../figure.tsx';
import { cohortTable, hiddenIn } from './cohort-table.ts';
import { HeatMap } from './heat-map.tsx';
import { RetentionCurve } from './retention-curve.tsx';

const { retention: words } = figures;
const questionsBy = {
  month: [retentionByCohort('month'), retention('month')],
  week: [retentionByCohort('week'), retention('week')],
} as const;

/** Who comes back: by month of joining as a table and a curve. */
export function RetentionFigure() {
  const [{ period }, change] = useView();
  const asking = useAnswers(questionsBy[period]);
  return (
    <Figure
      id="retention"
      title={period === 'month' ? words.title : words.titleWeek}
      lead={words.lead}
      definition={definitions.retention}
      questions={questionsBy[period]}
      asking={asking}
      answersOf={(answers) => answers}
      control={
        <Segmented label={words.period} value={period} options={words.periods} onChange={(chosen: Period) => change({ period: chosen })} />
      }
    >
      {(answers) => <Cohorts answers={answers} period={period} />}
    </Figure>
  );
}

function Cohorts({ answers, period }: Readonly<{ answers: readonly AnswerTo<'retention'>[]; period: Period }>) {
  const [byCohort, pooled] = answers;
  const table = useMemo(() => byCohort && pooled && cohortTable(byCohort, pooled, period), [byCohort, pooled, period]);
  if (!table || table.cohorts.length === 0 || table.columns.length === 0)
    return <Empty cell={{ suppressed: answers.some(({ suppressed }) => suppressed), n_immature: pooled?.n_immature ?? 0 }} />;
  return (
    <div className={`retention retention-${period}`}>
      <div>
        <HeatMap table={table} />
        {pooled?.disclosure === 'public' && <p className="quiet">{figures.hiddenCells(hiddenIn(table))}</p>}
      </div>
      <div>
        <RetentionCurve table={table} period={period} />
        <p className="quiet">{words.curve}</p>
      </div>
    </div>
  );
}
