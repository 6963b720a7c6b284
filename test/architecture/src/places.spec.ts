import { contractsUnexported, inEmptyFolders, specsAlone, unlinted } from './places.ts';
import { filesBelow, textOf } from './tree.ts';

describe('A planted violation', () => {
  it.each(['libs/log/src/utils/x.ts', 'libs/core/src/x.ts', 'apps/cli/src/shared/deep/x.ts'])('is the folder of %s', (file) => {
    expect(inEmptyFolders([file, 'libs/log/src/sqlite/common.ts'])).toEqual([file]);
  });

  it('is a spec that stands beside nothing of its name', () => {
    expect(specsAlone(['libs/log/src/spec/verify.spec.ts', 'libs/log/src/verify.ts'])).toEqual(['libs/log/src/spec/verify.spec.ts']);
  });

  it('is a contract that exports nothing', () => {
    expect(contractsUnexported(['x.contract.ts', 'x.ts'], () => 'function behavesLikeALog() {}')).toEqual(['x.contract.ts']);
  });

  it('is a script that lint does not see', () => {
    expect(unlinted(['infra/x.js', 'infra/x.mjs'])).toEqual(['infra/x.js']);
  });
});

describe('The rules of place', () => {
  it('let a spec stand beside its code, its contract, or the folder it speaks for', () => {
    const files = [
      'verify.ts',
      'verify.spec.ts',
      'event-log.contract.ts',
      'event-log.spec.ts',
      'sqlite/sqlite.spec.ts',
      'corpus.spec.ts',
      'corpus/v1.ts',
    ];
    expect(specsAlone(files.map((file) => `libs/log/src/${file}`))).toEqual([]);
  });

  const files = ['apps', 'infra', 'libs', 'test'].flatMap(filesBelow);
  it.each([
    ['folders that are called after what is in them', inEmptyFolders],
    ['specs beside their code', specsAlone],
    ['contracts that are exported', (all: string[]) => contractsUnexported(all, textOf)],
    ['scripts that lint sees', unlinted],
  ])('find in the whole tree only %s', (_, violations) => {
    expect(violations(files)).toEqual([]);
  });
});
