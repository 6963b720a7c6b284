import { Button, DialogTrigger, OverlayArrow, Popover } from 'react-aria-components';
import { hints } from '../words/index.ts';

/** A small button that explains the word before it: by pointer, touch and keyboard alike. */
export function Hint({ about }: Readonly<{ about: keyof typeof hints }>) {
  const { label, text } = hints[about];
  return (
    <DialogTrigger>
      <Button className="hint-button" aria-label={label}>
        ?
      </Button>
      <Popover className="hint" placement="top" aria-label={label}>
        <OverlayArrow className="hint-arrow">
          <svg width="12" height="6" viewBox="0 0 12 6" aria-hidden="true">
            <path d="M0 0 6 6 12 0" />
          </svg>
        </OverlayArrow>
        <p className="hint-text">{text}</p>
      </Popover>
    </DialogTrigger>
  );
}
