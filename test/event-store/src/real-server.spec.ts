import { behavesLikeAnEventLog } from '@kithline/log/testing';
import { randomUUID } from 'node:crypto';
import { onAServer } from './testing/logs.ts';

const url = process.env['EVENTSTORE_URL'];

/** Every log is a tenant of its own, called kt and twelve digits, so that streams of others are left alone; what it wrote stays there. */
const ownTenant = () => `kt${randomUUID().slice(-12)}`;

if (url === undefined) it.skip('A real EventStoreDB behaves like any event log (skipped: EVENTSTORE_URL is not set)', () => undefined);
else {
  describe('The event log on a real EventStoreDB', () => {
    const given = onAServer();

    behavesLikeAnEventLog(async () => given.open(url, { tenant: ownTenant(), timing: {} }));
  });
}
