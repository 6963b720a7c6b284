import { Neo4jError } from 'neo4j-driver';
import { failureAt } from './failures.ts';

const said = (code: string, message: string): string =>
  (failureAt('Neo4j at here', new Neo4jError(message, code, '', '')) as Error).message;
const quoting = "Node(7) already exists with label `Person` and properties `g` = 1, `id` = 'ana@example.org'";

describe('A failure of the server', () => {
  it.each([
    ['Neo.ClientError.Schema.ConstraintValidationFailed', 'failed'],
    ['Neo.ClientError.Statement.ParameterMissing', 'failed'],
    ['Neo.DatabaseError.General.UnknownError', 'failed'],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'unavailable'],
    ['Neo.TransientError.Transaction.LockAcquisitionTimeout', 'unavailable'],
    ['Neo.ClientError.Transaction.LockAcquisitionTimeout', 'unavailable'],
    ['Neo.ClientError.Transaction.TransactionTimedOut', 'timed-out'],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'too-large'],
    ['Neo.ClientError.Security.Forbidden', 'denied'],
  ])('is told by its code, never in words that may quote a parameter: %s', (code, trouble) => {
    const failure = failureAt('Neo4j at here', new Neo4jError(quoting, code, '', ''));
    expect(failure).toMatchObject({ name: 'GraphUnavailable', code: trouble });
    const { message, cause, stack } = failure as Error;
    expect([message, String(cause), stack].join()).not.toContain('ana');
  });

  it('is one to ask again after, where what was read was taken away meanwhile', () =>
    expect(failureAt('Neo4j at here', new Neo4jError(quoting, 'Neo.ClientError.Statement.EntityNotFound', '', ''))).toMatchObject({
      name: 'GraphMoved',
      message: 'Neo4j at here lost what was being read while it was read: ask again',
    }));

  it('names the code where nothing better is known', () =>
    expect(said('Neo.ClientError.Schema.ConstraintValidationFailed', quoting)).toBe(
      'Neo4j at here refuses what it was asked (Neo.ClientError.Schema.ConstraintValidationFailed): its own log says more',
    ));

  it('is in the words of the driver where no server has spoken', () =>
    expect(said('ServiceUnavailable', 'connection refused\n at 127.0.0.1')).toBe(
      'Neo4j at here does not answer (connection refused at 127.0.0.1)',
    ));
});
