const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A share from 0 to 1 as a bar `width` signs long, to an eighth of a sign. */
export function shareBar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

/** A step function: from `at` on it is `value`. */
export type Step = Readonly<{ at: number; value: number }>;

const WIDTH = 60;
const HEIGHT = 8;

/** Draws steps between 0 and 1 over time, the later above the axis of days; nothing when there are none. */
export function drawSteps(steps: readonly Step[], before: number): string {
  const end = steps.at(-1)?.at ?? 0;
  if (end <= 0) return '';
  const heights = Array.from({ length: WIDTH }, (_, i) => valueAt(steps, ((i + 1) * end) / WIDTH, before) * HEIGHT * 2);
  const lines = Array.from({ length: HEIGHT }, (_, i) => {
    const level = (HEIGHT - 1 - i) * 2;
    const label = i === 0 ? '100 %' : i === HEIGHT / 2 ? ' 50 %' : '     ';
    return `${label} ┤${heights.map((height) => cellAt(height - level)).join('')}`.trimEnd();
  });
  const last = `${Number(end.toPrecision(4))} d`;
  return [...lines, `  0 % └${'─'.repeat(WIDTH)}`, `       0${last.padStart(WIDTH - 1)}`].join('\n');
}

const cellAt = (above: number): string => (above >= 1.5 ? '█' : above >= 0.5 ? '▄' : ' ');

function valueAt(steps: readonly Step[], time: number, before: number): number {
  let value = before;
  for (const step of steps) {
    if (step.at > time) break;
    value = step.value;
  }
  return value;
}
