import { openToRead, requireFolder } from '../stores/data-folder.ts';
import type { Run } from '../door/door.ts';
import { writeJson, write } from '../door/write.ts';

/** `kithline backup <file>`: a copy of the log as it is at one moment, while it goes on being written. */
export const run: Run = async (call) => {
  const [path = ''] = call.args;
  requireFolder(call, 'back that up by its own means, or write every event to a file with kithline export');
  void call.door.signal; // asked for, so that Ctrl-C leaves no half copy: it waits until this one is whole
  const log = await openToRead(call);
  try {
    await log.backup(path);
  } finally {
    await log.close();
  }
  if (call.json) await writeJson(call.door.out, { file: path });
  else await write(call.door.out, `The log is copied to ${path}; put it into a folder as log.sqlite to use it.\n`);
  return 0;
};
