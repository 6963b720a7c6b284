import { behavesLikeAnEmbeddedEventLog } from '../../testing/embedded-event-log.contract.ts';
import { behavesLikeAnEventLog } from '../../testing/event-log.contract.ts';
import { openThreadedLog } from '../index.ts';
import { inFolder } from '../testing/folder.ts';

describe('The event log in SQLite that a thread writes', () => {
  const folder = inFolder();
  const open = () => openThreadedLog(folder.file('log.sqlite'));

  behavesLikeAnEventLog(open);
  behavesLikeAnEmbeddedEventLog(open);
});
