import { useState } from 'react';
import { Button } from 'react-aria-components';
import { figures } from '../words/index.ts';

type State = 'ready' | 'copied' | 'failed';
const words: Record<State, string> = { ready: figures.copy, copied: figures.copied, failed: figures.copyFailed };

/** Puts a text on the clipboard and says that it did. @param what for whom the button is read out: what is copied */
export function CopyButton({ text, what }: Readonly<{ text: string; what: string }>) {
  const [state, setState] = useState<State>('ready');
  const say = (next: State) => () => {
    setState(next);
    setTimeout(setState, 2000, 'ready');
  };
  return (
    <>
      <Button
        className="button button-small"
        aria-label={`${words[state]}: ${what}`}
        onPress={() => void copy(text).then(say('copied'), say('failed'))}
      >
        {words[state]}
      </Button>
      <span className="visually-hidden" role="status">
        {state === 'ready' ? '' : words[state]}
      </span>
    </>
  );
}

/** Browsers keep the clipboard from pages that did not come over a safe road; loopback counts as one. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
