import { posix } from 'node:path';
import { emptyNames } from '@kithline/infra/house-rules.mjs';

/** Files in a folder that is called after nothing in particular. */
export const inEmptyFolders = (files: readonly string[]): string[] =>
  files.filter((file) =>
    posix
      .dirname(file)
      .split('/')
      .some((name) => emptyNames.includes(name)),
  );

/** Specs of apps and libs that stand beside nothing of their name: `x.spec.ts` wants `x.ts`, `x.contract.ts`, or a folder `x` beside or around it. */
export function specsAlone(files: readonly string[]): string[] {
  const all = new Set(files);
  return files.filter((spec) => {
    const subject = /^(?:apps|libs)\/.+?([^/]+)\.spec\.tsx?$/.exec(spec)?.[1];
    if (subject === undefined) return false;
    const folder = posix.dirname(spec);
    const file = ['ts', 'tsx', 'contract.ts'].some((ending) => all.has(`${folder}/${subject}.${ending}`));
    const within = files.some((other) => other.startsWith(`${folder}/${subject}/`));
    return !file && !within && posix.basename(folder) !== subject;
  });
}

/** Contracts that export nothing to be called by a spec. @param read the text of a file */
export const contractsUnexported = (files: readonly string[], read: (file: string) => string): string[] =>
  files.filter((file) => file.endsWith('.contract.ts') && !/^export (async )?(function|const) \w+/m.test(read(file)));

/** Sources that lint does not see: neither TypeScript nor a script with an ending it knows. */
export const unlinted = (files: readonly string[]): string[] => files.filter((file) => /\.(js|jsx|mts|cts)$/.test(file));
