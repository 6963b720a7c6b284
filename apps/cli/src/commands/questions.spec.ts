import { describe, expect, it } from '@jest/globals';
import { questions } from '@kithline/metrics';
import { positionals, questionOptions } from '../ask/question-options.ts';
import { questionCommands } from './questions.ts';

describe('The commands that ask', () => {
  it('are the questions of the metrics, in the same words', () => {
    expect(questionCommands.map(({ name, summary, example }) => [name, summary, example])).toEqual(
      Object.entries(questions).map(([name, { summary, example }]) => [name, summary, example]),
    );
  });

  it.each(questionCommands)('take every option of $name, by its place or by name', async ({ name, args = '', options }) => {
    const places = args
      .split(' ')
      .filter((place) => place !== '')
      .map((place) => place.replace(/[<>[\]]/g, ''));
    expect(places).toEqual(positionals(name));
    const named = (typeof options === 'function' ? await options() : options).map(({ flags }) => flags.split(' ')[0]?.slice(2));
    const told = Object.keys(questions[name as keyof typeof questions].options);
    expect([...places, ...named].filter((option) => option !== 'follow').sort()).toEqual(told.sort());
  });

  it('swallow nothing that follows an option where a person may be named', () => {
    for (const { flags } of questionOptions('paths')) expect(flags).not.toMatch(/\w\.\.\.>/);
    expect(questionOptions('retention').find(({ flags }) => flags.startsWith('--community'))?.flags).toMatch(/\w\.\.\.>/);
  });
});
