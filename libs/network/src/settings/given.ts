import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Settings by name: from the environment, or else from the file that KITHLINE_SETTINGS names (NAME=value, a line each); and any NAME also
 * from the file that NAME_FILE names, as secrets are. What is set to nothing is not set. Mistakes are collected, a line each.
 */
export class Given {
  readonly mistakes: string[] = [];
  /** The environment, and the file. */
  readonly #layers: readonly Env[];

  constructor(env: Env) {
    this.#layers = [env, this.#inFile(env['KITHLINE_SETTINGS'] || undefined)];
  }

  /** The value of a setting. */
  text(name: string): string | undefined {
    const layer = this.#layers.find((each) => each[name] || each[`${name}_FILE`]) ?? {};
    const [value, path] = [layer[name] || undefined, layer[`${name}_FILE`] || undefined];
    if (path === undefined) return value;
    if (value === undefined) return this.#read(`${name}_FILE`, path)?.trim() || undefined;
    this.mistakes.push(`${name} and ${name}_FILE are both set: leave one of them out`);
    return undefined;
  }

  /** A whole number within bounds. */
  number(name: string, [least, usual, most]: readonly [least: number, usual: number, most: number]): number {
    const text = this.text(name);
    if (text === undefined) return usual;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    this.mistakes.push(`${name} is ${text}: it must be a whole number from ${least} to ${most}`);
    return usual;
  }

  /** One of some words. */
  word<const Word extends string>(name: string, words: readonly Word[], usual: Word): Word {
    const text = this.text(name) ?? usual;
    const word = words.find((each) => each === text);
    if (word === undefined) this.mistakes.push(`${name} is ${text}: it must be one of ${words.join(', ')}`);
    return word ?? usual;
  }

  /** What must be set. */
  needed(name: string, why: string): string {
    const known = this.mistakes.length;
    const text = this.text(name);
    if (text === undefined && this.mistakes.length === known) this.mistakes.push(`${name} is not set: ${why}`);
    return text ?? '';
  }

  #inFile(path: string | undefined): Env {
    const text = path === undefined ? undefined : this.#read('KITHLINE_SETTINGS', path);
    return text === undefined ? {} : parseEnv(text);
  }

  #read(name: string, path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      this.mistakes.push(`${name} names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code})`);
      return undefined;
    }
  }
}
