import { InvalidEvent, RuleBroken } from '@kithline/touchpoints';
import { IdReused, RevisionConflict } from '../../event-log.ts';
import { LogUnavailable } from '../../log-unavailable.ts';
import { received, sent } from './sent-error.ts';

const crossed = (thrown: unknown): Error => received(structuredClone(sent(thrown)));

describe('An error that crosses over from another thread', () => {
  it.each([
    new RuleBroken({ code: 'nobody_joins_twice', sentence: 'Nobody joins twice' }),
    new InvalidEvent([{ field: 'data.kind', message: 'is required' }]),
    new IdReused('urn:test', 'a', 3),
    new RevisionConflict('member/p-1', 'no-stream', 4),
    new LogUnavailable('disk-full', '/data/log.sqlite', 'there is no room left'),
    new TypeError('a stray event'),
  ])('is what it was: %s', (error) => {
    const arrived = crossed(error);
    expect(arrived).toBeInstanceOf(error.constructor);
    expect({ ...arrived, message: arrived.message }).toEqual({ ...error, name: error.name, message: error.message });
    expect(arrived.stack).toBe(error.stack);
  });

  it('keeps its name where its class is not known', () => {
    const odd = Object.assign(new Error('database is locked'), { name: 'SqliteError', code: 'SQLITE_BUSY' });
    expect(crossed(odd)).toMatchObject({ name: 'SqliteError', code: 'SQLITE_BUSY', message: 'database is locked' });
  });

  it('keeps what it was caused by', () => {
    const cause = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
    const arrived = crossed(new LogUnavailable('failed', '/data/log.sqlite', 'the log cannot be read', cause));
    expect(arrived.cause).toMatchObject({ message: 'disk I/O error', code: 'SQLITE_IOERR' });
  });

  it('is an error also where none was thrown', () => {
    expect(crossed('nothing good')).toMatchObject({ name: 'Error', message: 'nothing good' });
  });
});
