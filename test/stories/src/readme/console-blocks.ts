/** One command of a ```console block with the output that stands below it. */
export type Step = Readonly<{ command: string; expected: readonly string[]; from: number; to: number }>;

/**
 * The commands of all ```console blocks of a page, in order: each line that begins with `$ ` (and goes on while lines end in `\`) is one,
 * what follows is what it prints. `from` and `to` are the lines of the page, counted from 0, on which the output stands.
 */
export function stepsOf(page: string): Step[] {
  const steps: { command: string; expected: string[]; from: number; to: number }[] = [];
  let inside = false;
  page.split('\n').forEach((line, index) => {
    const last = steps.at(-1);
    if (line.startsWith('```')) inside = line === '```console';
    else if (!inside) return;
    else if (line.startsWith('$ ')) steps.push({ command: line.slice(2), expected: [], from: index + 1, to: index + 1 });
    else if (last?.expected.length === 0 && last.command.endsWith('\\')) {
      last.command = `${last.command.slice(0, -1)}${line.trim()}`;
      last.from = last.to = index + 1;
    } else if (last) {
      last.expected.push(line);
      last.to = index + 1;
    }
  });
  return steps;
}

/** Whether lines are as they stand on the page, where `…` alone on a line stands for any lines, and within one for any text. */
export function isAsShown(printed: readonly string[], expected: readonly string[]): boolean {
  const pattern = expected.map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(literal).join('.*')}\\n`)).join('');
  return new RegExp(`^${pattern}$`).test(printed.map((line) => `${line}\n`).join(''));
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The page with other outputs, by step. */
export function withOutputs(page: string, outputs: ReadonlyMap<Step, readonly string[]>): string {
  const lines = page.split('\n');
  for (const [{ from, to }, output] of [...outputs].sort(([a], [b]) => b.from - a.from)) lines.splice(from, to - from, ...output);
  return lines.join('\n');
}
