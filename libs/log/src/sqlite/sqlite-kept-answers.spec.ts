import type { KeptAnswers } from '../kept-answers.ts';
import { openKeptAnswers } from './index.ts';
import { inFolder } from './testing/folder.ts';

const HOUR = 3_600_000;

describe('Kept answers', () => {
  const folder = inFolder();
  let now = 0;
  let answers: KeptAnswers;
  const open = async () => (answers = await openKeptAnswers(folder.file('answers.sqlite'), () => now));
  beforeEach(async () => {
    now = 1_000 * HOUR;
    await open();
  });
  afterEach(() => answers.close());

  it('are taken by the first request', () => {
    expect(answers.take('k', 'a')).toEqual({ request: 'a', isNew: true });
    expect(answers.take('k', 'b')).toEqual({ request: 'a', isNew: false });
    expect(answers.take('other', 'b')).toEqual({ request: 'b', isNew: true });
  });

  it('are there for any request again where the first gave its key back', () => {
    answers.take('k', 'a');
    answers.take('other', 'a');
    answers.release('k');
    expect(answers.take('k', 'b')).toEqual({ request: 'b', isNew: true });
    expect(answers.take('other', 'b')).toEqual({ request: 'a', isNew: false });
  });

  it('are the same after a restart', async () => {
    answers.take('k', 'a');
    answers.keep('k', '{"status":201}');
    answers.close();
    await open();
    expect(answers.take('k', 'b')).toEqual({ request: 'a', isNew: false, answer: '{"status":201}' });
  });

  it('are kept for a day', () => {
    answers.take('k', 'a');
    now += 23 * HOUR;
    expect(answers.take('k', 'b')).toMatchObject({ request: 'a' });
    now += 2 * HOUR;
    expect(answers.take('k', 'b')).toMatchObject({ request: 'b' });
  });

  it('say where they cannot be kept', async () => {
    await expect(openKeptAnswers(folder.barred('answers.sqlite'), () => 0)).rejects.toMatchObject({ name: 'LogUnavailable' });
  });
});
