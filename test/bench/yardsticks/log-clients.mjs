/** Yardstick of appends over HTTP: 32 clients of the log itself, each of which waits for one append before its next. */
import { openSqliteLog } from '@kithline/log';
import { say } from '../measuring/child.mjs';

const [path] = process.argv.slice(2);
const [CLIENTS, MS] = [32, 4000];
const log = await openSqliteLog(path, { mode: 'write', now: Date.now });
const end = performance.now() + MS;
let appended = 0;
async function client(name) {
  for (let i = 0; performance.now() < end; i++) {
    const personId = `${name}-${i}`;
    const event = {
      specversion: '1.0',
      id: personId,
      source: 'urn:example:bench',
      type: 'org.kithline.MemberJoined.v1',
      subject: `member/${personId}`,
      time: '2026-01-01T00:00:00Z',
      community: 'harbour',
      data: { personId, communityId: 'harbour' },
    };
    await log.append(event.subject, [event], 'no-stream');
    appended++;
  }
}
await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(`p${i}`)));
await log.close();
say({ perSecond: appended / (MS / 1000) });
