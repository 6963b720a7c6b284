import { behavesLikeAnEventLog } from '@kithline/log/testing';
import { onAServer } from './testing/logs.ts';

describe('The event log on EventStoreDB', () => {
  const { start, open } = onAServer();

  behavesLikeAnEventLog(async () => open((await start()).url, { timing: {} }));
});
