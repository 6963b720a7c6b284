import type { ReactNode } from 'react';
import type { Answer } from '../asking/answer.ts';
import type { Question } from '../asking/question.ts';
import type { Asking } from '../asking/use-answer.ts';
import { More } from '../ask-yourself/more.tsx';
import { QuestionPanel } from '../ask-yourself/question-panel.tsx';
import { Failure } from '../states/failure.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { type Definition, figures, notes, page } from '../words/index.ts';

type Props<Data> = Readonly<{
  id: string;
  title: string;
  lead: string;
  definition: Definition;
  questions: readonly Question[];
  asking: Asking<Data>;
  /** The answers the figure rests on, for their notes. */
  answersOf: (data: Data) => readonly Answer[];
  /** A control of the figure's own, beside its title. */
  control?: ReactNode;
  children: (data: Data) => ReactNode;
}>;

/** The frame of every figure: its states, its definition, and the exact question. */
export function Figure<Data>({ id, title, lead, definition, questions, asking, answersOf, control, children }: Props<Data>) {
  const answers = asking.data === undefined ? [] : answersOf(asking.data);
  return (
    <section className="figure" id={id} aria-labelledby={`${id}-title`} aria-busy={asking.isFetching}>
      <div className="figure-head">
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          <p className="figure-lead">{lead}</p>
        </div>
        {control}
      </div>
      <Body asking={asking}>{children}</Body>
      <Notes answers={answers} />
      <div className="figure-foot">
        <More title={figures.definition}>
          {definition.says.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="quiet">
            {definition.source}
            {answers[0] && ` · ${figures.computed(answers[0].definitionHash)}`}
          </p>
        </More>
        <More title={figures.question}>
          <QuestionPanel questions={questions} />
        </More>
      </div>
    </section>
  );
}

function Body<Data>({ asking: { data, error, isFetching, retry }, children }: Pick<Props<Data>, 'asking' | 'children'>) {
  if (error) return <Failure error={error} title={page.states.failed} retry={retry} />;
  if (data === undefined) return <Skeleton kind="chart" />;
  return (
    <div className={isFetching ? 'figure-body is-updating' : 'figure-body'}>
      <span className="updating" aria-hidden="true">
        {page.states.updating}
      </span>
      {children(data)}
    </div>
  );
}

function Notes({ answers }: Readonly<{ answers: readonly Answer[] }>) {
  const said = [...new Set(answers.flatMap((answer) => answer.notes))].filter((code) => code !== 'not_for_publication');
  if (said.length === 0) return null;
  return (
    <ul className="notes" aria-label={figures.notes}>
      {said.map((code) => (
        <li key={code}>{notes[code] ?? code}</li>
      ))}
    </ul>
  );
}
