import type { Door } from '../door/door.ts';

const WIDTH = 30;
/** Milliseconds between two drawings. */
const PACE = 100;

/** Shows how far long work has come. */
export interface Progress {
  /** `done` of `total`; a total that is not known is undefined. `beside` says more: `12,345 events`. */
  show(done: number, total: number | undefined, beside?: string): void;
  /** Takes the drawing away. */
  clear(): void;
}

const silent: Progress = { show: () => undefined, clear: () => undefined };

/** A bar on stderr, when a person looks at it; nothing otherwise, and nothing beside JSON. */
export function progressOf({ err, now }: Door, label: string, json: boolean): Progress {
  if (!err.isTTY || json) return silent;
  let drawn = -Infinity;
  return {
    show: (done, total, beside = '') => {
      if (now() - drawn < PACE) return;
      drawn = now();
      err.write(`\r\u001b[2K${label} ${total === undefined ? '' : `${bar(done, total)} `}${beside}`);
    },
    clear: () => {
      if (drawn > -Infinity) err.write('\r\u001b[2K');
    },
  };
}

/** `████████░░░░  67 %` */
export function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const full = Math.floor(share * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(share * 100)
    .toString()
    .padStart(3)} %`;
}
