/**
 * Yardstick of appends over HTTP: 32 clients in the process of the log, each of which waits for one before its next. `log`: events that are
 * ready are appended. `commands`: what a command over HTTP comes down to, its stream read, decided on and appended to.
 */
import { randomUUID } from 'node:crypto';
import { openSqliteLog } from '@kithline/log';
import { say } from '../measuring/child.mjs';

const [path, what] = process.argv.slice(2);
const [CLIENTS, MS] = [32, 4000];
const log = await openSqliteLog(path, { mode: 'write', now: Date.now });
const end = performance.now() + MS;
const data = (personId) => ({ personId, communityId: 'harbour' });

function append(personId) {
  const event = {
    specversion: '1.0',
    id: personId,
    source: 'urn:example:bench',
    type: 'org.kithline.MemberJoined.v1',
    subject: `member/${personId}`,
    time: '2026-01-01T00:00:00Z',
    community: 'harbour',
    data: data(personId),
  };
  return log.append(event.subject, [event], 'no-stream');
}

function command(personId) {
  const request = {
    stream: `member/${personId}`,
    command: { type: 'JoinCommunity', at: '2026-01-01T00:00:00Z', data: data(personId) },
    context: { commandId: randomUUID(), source: 'urn:example:bench', correlationId: randomUUID() },
  };
  return log.handle(request);
}

const once = { log: append, commands: command }[what];
let done = 0;
async function client(name) {
  for (let i = 0; performance.now() < end; i++) {
    await once(`${name}-${i}`);
    done++;
  }
}
await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(`p${i}`)));
await log.close();
say({ perSecond: done / (MS / 1000) });
