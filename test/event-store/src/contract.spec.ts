import { behavesLikeAnEventLog } from '@kithline/log/testing';
import { onAServer } from './testing/logs.ts';

describe('The event log on EventStoreDB', () => {
  const given = onAServer();

  behavesLikeAnEventLog(async () => given.open((await given.start()).url, { timing: {} }));
});
