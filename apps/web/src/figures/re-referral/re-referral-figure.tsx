import type { Cell } from '../../asking/answer.ts';
import { readings, reReferral } from '../../asking/questions.ts';
import { useAnswers } from '../../asking/use-answer.ts';
import { definitions, figures } from '../../words/index.ts';
import { stateOf } from '../cell-state.ts';
import { Empty } from '../empty.tsx';
import { Figure } from '../figure.tsx';
import { ShareTable } from '../share-table.tsx';

const { reReferral: words } = figures;
const questions = readings.map(reReferral);

const isEmpty = (cell: Cell): boolean => stateOf(cell) === 'empty';

/** The five readings of being referred again. */
export function ReReferralFigure() {
  const asking = useAnswers(questions);
  return (
    <Figure
      id="re-referral"
      title={words.title}
      lead={words.lead}
      definition={definitions.reReferral}
      questions={questions}
      asking={asking}
      answersOf={(answers) => answers}
    >
      {(answers) =>
        answers.every(isEmpty) ? (
          <Empty cell={{ suppressed: false }} />
        ) : (
          <ShareTable
            caption={words.caption}
            first={words.reading}
            rows={answers.map((cell, i) => {
              const reading = readings[i] ?? 'return';
              const [label, about] = words.readings[reading];
              return { key: reading, label, about, cell };
            })}
          />
        )
      }
    </Figure>
  );
}
