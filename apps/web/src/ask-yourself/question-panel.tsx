import { commandLine, curl, type Question } from '../asking/question.ts';
import { useAskedAt } from '../view/asked-at.ts';
import { figures } from '../words/index.ts';
import { CopyButton } from './copy-button.tsx';

/** The exact questions behind a figure, to be asked at the other two doors. */
export function QuestionPanel({ questions }: Readonly<{ questions: readonly Question[] }>) {
  const { at, newest } = useAskedAt();
  // Newest moves; who copies a question wants the answer they saw.
  const fixed = { ...at, knownAt: at.knownAt ?? newest };
  return (
    <>
      <Lines title={figures.asCommand} lines={questions.map((question) => commandLine(question, fixed))} />
      <Lines title={figures.asHttp} lines={questions.map((question) => curl(question, fixed, location.origin))} />
    </>
  );
}

function Lines({ title, lines }: Readonly<{ title: string; lines: readonly string[] }>) {
  return (
    <div className="lines">
      <div className="lines-head">
        <h4>{title}</h4>
        <CopyButton text={lines.join('\n')} what={title} />
      </div>
      <pre tabIndex={0} aria-label={title}>
        <code>{lines.join('\n')}</code>
      </pre>
    </div>
  );
}
