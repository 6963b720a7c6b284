import { isAsShown, stepsOf, withOutputs } from './console-blocks.ts';

const page = ['text', '```console', '$ one', 'first', 'second', '$ two \\', '    --more', '```', '', '```sh', '$ not run', '```'].join(
  '\n',
);

describe('Console blocks', () => {
  it('hold commands and what they print', () =>
    expect(stepsOf(page).map(({ command, expected }) => [command, expected])).toEqual([
      ['one', ['first', 'second']],
      ['two --more', []],
    ]));

  it('can be given other outputs', () => {
    const outputs = new Map(stepsOf(page).map((step) => [step, ['new']]));
    expect(stepsOf(withOutputs(page, outputs)).map(({ expected }) => expected)).toEqual([['new'], ['new']]);
  });

  it.each([
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['a'], false],
    [['a'], ['a', 'b'], false],
    [['a.b'], ['a?b'], false],
    [['a', 'x', 'y', 'b'], ['a', '…', 'b'], true],
    [['a', 'b'], ['a', '  …', 'b'], true],
    [['a', 'x', 'c'], ['a', '…', 'b'], false],
    [['at 10:31 (V)'], ['at … (V)'], true],
    [['at 10:31 (K)'], ['at … (V)'], false],
  ])('%j shown as %j: %s', (printed, expected, same) => expect(isAsShown(printed, expected)).toBe(same));
});
