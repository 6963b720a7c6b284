import { Button } from 'react-aria-components';
import type { AskingFailed } from '../asking/problem.ts';
import { page } from '../words/index.ts';

type Props = Readonly<{ error: AskingFailed; title: string; retry: () => void; level?: 'h1' | 'h3' }>;

/** What could not be had, in the server's own words, and a way to try again. */
export function Failure({ error, title, retry, level: Heading = 'h3' }: Props) {
  return (
    <div className="failure" role="alert">
      <Heading className="failure-title">{title}</Heading>
      <p>{wordsOf(error)}</p>
      {error.code !== 'unreachable' && <p className="failure-code">{page.states.code(error.code)}</p>}
      <Button className="button" onPress={retry}>
        {page.states.retry}
      </Button>
    </div>
  );
}

function wordsOf({ status, message }: AskingFailed): string {
  if (status === 0) return page.states.unreachable;
  return message || page.states.unexpected;
}
