import type { AnswerTo, Comparison, Group } from '../../asking/answer.ts';
import { conversion } from '../../asking/questions.ts';
import { useAnswer } from '../../asking/use-answer.ts';
import { definitions, figures } from '../../words/index.ts';
import { Empty } from '../empty.tsx';
import { Figure } from '../figure.tsx';
import { pathwayName } from '../groups.ts';
import { DifferencePlot } from './difference-plot.tsx';
import { ShareTable, type ShareRow } from '../share-table.tsx';

const { conversion: words } = figures;
const questions = [conversion];

/** Who is booked within 30 days, by how they came. */
export function ConversionFigure() {
  const asking = useAnswer(conversion);
  return (
    <Figure
      id="conversion"
      title={words.title}
      lead={words.lead}
      definition={definitions.conversion}
      questions={questions}
      asking={asking}
      answersOf={(answer) => [answer]}
    >
      {(answer) => <Shares answer={answer} />}
    </Figure>
  );
}

function Shares({ answer }: Readonly<{ answer: AnswerTo<'conversion'> }>) {
  if (answer.n === 0 && answer.n_immature === 0) return <Empty cell={answer} />;
  const rows: ShareRow[] = [
    ...answer.groups.map((cell: Group) => ({
      key: cell.group ?? '',
      label: pathwayName(cell.group),
      cell,
      tone: cell.group === 'introduced' ? ('accent' as const) : ('ink' as const),
    })),
    { key: 'everybody', label: figures.everybody, cell: answer, tone: 'ink' },
  ];
  return (
    <>
      <ShareTable caption={words.caption} first={words.group} rows={rows} />
      {answer.comparison && <Compared comparison={answer.comparison} />}
    </>
  );
}

function Compared({ comparison: { difference, relative, lower, upper } }: Readonly<{ comparison: Comparison }>) {
  if (difference == null || relative == null || lower == null || upper == null) return null;
  return (
    <div className="compared">
      <h3>{words.compared}</h3>
      <DifferencePlot difference={difference} lower={lower} upper={upper} />
      <p>
        <strong>{words.comparison(relative, difference)}</strong> {words.differenceInterval(lower, upper)} {words.chance(lower, upper)}
      </p>
    </div>
  );
}
