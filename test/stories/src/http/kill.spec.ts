import { setTimeout as wait } from 'node:timers/promises';
import { aFolder, kithline } from '../kithline.ts';
import { Served } from './served.ts';

const { folder, remove } = aFolder();
afterAll(remove);

const rounds = Number(process.env.KITHLINE_KILLS ?? 50);
const clients = 8;

/** Has person after person join until the api is gone; who was acknowledged goes to `acknowledged`. */
async function post(served: Served, name: string, acknowledged: Set<string>): Promise<void> {
  for (let i = 0; ; i++) {
    const person = `${name}-${i}`;
    try {
      await served.tell(`members/${person}/join`, { communityId: 'quay' });
    } catch {
      return;
    }
    acknowledged.add(person);
  }
}

/** The persons that the log holds. */
async function held(): Promise<Set<string>> {
  const { out } = await kithline(['export', '--data', folder], { cwd: folder });
  return new Set(
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { data: { personId: string } }).data.personId),
  );
}

describe('The api', () => {
  it(`loses nothing it acknowledged when it is killed, ${rounds} times at any moment`, async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const served = await Served.on(folder);
      const before = acknowledged.size;
      const posting = Array.from({ length: clients }, (_, client) => post(served, `p-${round}-${client}`, acknowledged));
      // Every other kill comes while people are acknowledged, the rest while the process may just have begun.
      while (round % 2 === 0 && acknowledged.size === before) await wait(1);
      await wait(Math.random() * 200);
      await served.stop('SIGKILL');
      await Promise.all(posting);
    }
    const log = await held();
    expect([...acknowledged].filter((id) => !log.has(id))).toEqual([]);
    const verified = await kithline(['verify', '--data', folder], { cwd: folder });
    expect([verified.code, verified.err]).toEqual([0, '']);
  }, 600_000);
});
