import { describe, expect, it } from '@jest/globals';
import { Problem, wrongField } from './problem.ts';
import { toProblem } from './to-problem.ts';

const named = (name: string, more: object = {}): Error => Object.assign(new Error('is so'), { name }, more);

describe('A problem', () => {
  it('is told as RFC 9457 has it', () => {
    const problem = wrongField('tooManyRequests', 'busy', { field: 'query', message: 'come back later' });
    expect(problem.status).toBe(429);
    expect(JSON.parse(JSON.stringify(problem))).toEqual({
      title: 'There is too much to do at once',
      status: 429,
      code: 'busy',
      detail: 'come back later',
      errors: [{ field: 'query', message: 'come back later' }],
    });
  });

  it.each([
    ['Unknown', { field: 'person' }, { status: 404, code: 'unknown', errors: [{ field: 'person', message: 'is so' }] }],
    ['InvalidEvent', { problems: [{ field: 'time', message: 'x' }] }, { status: 400, errors: [{ field: 'time', message: 'x' }] }],
    ['LogUnavailable', { code: 'no-folder' }, { status: 409, code: 'log_no_folder' }],
    ['LogUnavailable', { code: 'disk-full' }, { status: 500, code: 'log_disk_full' }],
    ['LogUnavailable', { code: 'unavailable' }, { status: 503, code: 'log_unavailable' }],
    ['LogUnavailable', { code: 'denied' }, { status: 403, code: 'log_denied' }],
    ['LogUnavailable', { code: 'too-large' }, { status: 413, code: 'log_too_large' }],
    ['Error', { code: 'ENOSPC' }, { status: 500, code: 'enospc' }],
    ['SnapshotDamaged', {}, { status: 500, code: 'snapshot_damaged' }],
  ])('is what the asker is told of %s with %j', (name, more, told) => {
    expect(toProblem(named(name, more)).toJSON()).toMatchObject(told);
  });

  it('stays what it was', () => {
    const problem = new Problem('conflict', 'x', 'y');
    expect(toProblem(problem)).toBe(problem);
  });

  it('is what the door says, where the door knows better', () => {
    const busy = (error: Error): Problem => new Problem('unavailable', 'later', error.message);
    expect(toProblem(named('RuleBroken'), { RuleBroken: busy }).status).toBe(503);
  });

  it('is a failure for anything else that was thrown', () => {
    expect(toProblem('just a word').toJSON()).toMatchObject({ status: 500, code: 'failed', detail: 'just a word' });
  });
});
