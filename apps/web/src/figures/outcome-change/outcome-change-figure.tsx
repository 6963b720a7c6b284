import type { AnswerTo } from '../../asking/answer.ts';
import { outcomeChange } from '../../asking/questions.ts';
import { useAnswer } from '../../asking/use-answer.ts';
import { definitions, figures, format } from '../../words/index.ts';
import { Empty } from '../empty.tsx';
import { Figure } from '../figure.tsx';
import { ShareTable, type ShareRow } from '../share-table.tsx';

const { outcomeChange: words } = figures;
const questions = [outcomeChange];

/** How a score changed after an evening, those who did not answer again included. */
export function OutcomeChangeFigure() {
  const asking = useAnswer(outcomeChange);
  return (
    <Figure
      id="outcome-change"
      title={words.title}
      lead={words.lead}
      definition={definitions.outcomeChange}
      questions={questions}
      asking={asking}
      answersOf={(answer) => [answer]}
    >
      {(answer) => <Change answer={answer} />}
    </Figure>
  );
}

function Change({ answer }: Readonly<{ answer: AnswerTo<'outcome-change'> }>) {
  if (answer.n === 0 && !answer.suppressed) return <Empty cell={answer} />;
  return (
    <>
      {answer.median !== null && (
        <p className="big-line">
          <span className="big-number">{`${format.score(answer.median)} ${words.points}`}</span>{' '}
          <span className="quiet">{words.median}</span>
        </p>
      )}
      <ShareTable caption={words.caption} first={words.median} rows={rowsOf(answer)} />
      {answer.baseline_nonresponders !== null && <p className="quiet">{words.nonresponders(answer.baseline_nonresponders)}</p>}
    </>
  );
}

const rowsOf = (answer: AnswerTo<'outcome-change'>): ShareRow[] => [
  { key: 'answered', label: words.answered, about: words.answeredText, cell: answer, tone: 'ink' },
  row(answer, answer.improved, [words.improved, words.improvedText]),
  row(answer, answer.mcid, [words.mcid, words.mcidText]),
  row(answer, answer.deteriorated, [words.deteriorated, words.deterioratedText]),
  row(answer, answer.improved_missing_unchanged, [words.missing, words.missingText]),
];

/** A share among those who answered again; no interval is computed for it. */
function row(
  { suppressed }: AnswerTo<'outcome-change'>,
  value: number | null,
  [label, about]: readonly [label: string, about: string],
): ShareRow {
  return {
    key: label,
    label,
    about,
    cell: { value, lower: null, upper: null, n: null, k: null, suppressed: suppressed || value === null },
  };
}
