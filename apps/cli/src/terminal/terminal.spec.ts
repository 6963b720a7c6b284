import { describe, expect, it } from '@jest/globals';
import { capturedDoor } from '../testing/captured-door.ts';
import { drawSteps, shareBar } from './curve.ts';
import { bar, progressOf } from './progress.ts';
import { textTable } from './text-table.ts';

describe('A table of text', () => {
  it('sets numbers to the right and words to the left', () => {
    expect(
      textTable(
        ['group', 'n', 'value'],
        [
          ['harbour', '1,204', '38.0 %'],
          ['(none)', '7', '*'],
        ],
      ),
    ).toBe(['group        n   value', 'harbour  1,204  38.0 %', '(none)       7       *'].join('\n'));
  });
});

describe('A bar', () => {
  it('is as long as its share, to an eighth of a sign', () => {
    expect([0, 0.5, 0.53125, 1, 2].map((share) => shareBar(share, 4))).toEqual(['', '██', '██▏', '████', '████']);
    expect(bar(1, 4)).toBe(`${'█'.repeat(7)}${'░'.repeat(23)}  25 %`);
  });
});

describe('A curve', () => {
  it('steps down from one to what is left', () => {
    const lines = drawSteps(
      [
        { at: 5, value: 0.5 },
        { at: 10, value: 0.25 },
      ],
      1,
    ).split('\n');
    expect(lines[0]).toBe(`100 % ┤${'█'.repeat(29)}`);
    expect(lines[4]).toBe(` 50 % ┤${'█'.repeat(59)}`);
    expect(lines[7]).toBe(`      ┤${'█'.repeat(60)}`);
    expect(lines.at(-1)).toMatch(/^ {7}0 +10 d$/);
  });

  it('that never moves is not drawn', () => expect(drawSteps([{ at: 0, value: 1 }], 1)).toBe(''));
});

describe('Progress', () => {
  it('is shown to a person at a terminal only, and taken away in the end', () => {
    const silent = capturedDoor();
    progressOf(silent, 'importing', false).show(1, 2);
    expect(silent.complained()).toBe('');
    const door = capturedDoor();
    let written = '';
    const err = Object.assign(door.err, { isTTY: true, write: (text: string) => (written += text) !== '' });
    const progress = progressOf({ ...door, err }, 'importing', false);
    progress.show(1, 2, '10 events');
    expect(written).toContain('importing ███████████████░░░░░░░░░░░░░░░  50 % 10 events');
    progress.clear();
    expect(written.endsWith('\r\u001b[2K')).toBe(true);
    progressOf({ ...door, err }, 'importing', true).show(1, 2, 'nothing');
    expect(written).not.toContain('nothing');
  });
});
