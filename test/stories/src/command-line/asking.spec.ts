import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { eventsIn, millbrook } from '@kithline/examples';
import { storedId } from '@kithline/touchpoints';
import { launcher } from '../kithline.ts';
import { aStory } from './story.ts';

jest.setTimeout(60_000);
const { folder, remove, file, run, json, write } = aStory();

const south = eventsIn('south');
const network = [
  south('2026-01-01').consented('ana'),
  south('2026-01-01').joined('ana'),
  south('2026-01-02').introduced('ana', 'ben'),
  south('2026-01-03').introductionAccepted('ana-ben'),
  south('2026-01-04').consented('ben'),
  south('2026-01-04').joined('ben', { introductionId: 'ana-ben' }),
  south('2026-01-05').consented('cem'),
  south('2026-01-05').joined('cem'),
  south('2026-01-06').touched('cem', 'message'),
  south('2026-01-07').withdrew('cem', { effect: 'erase' }),
];

beforeAll(async () => {
  write('network.ndjson', network);
  await run('import', 'network.ndjson');
});
afterAll(remove);

describe('A question', () => {
  it('begins its answer with V and K', async () => {
    const { out } = await run('chain', 'ben', '--valid-at', '2026-01-31T00:00:00Z');
    expect(out).toMatch(
      /^As it was at 2026-01-31T00:00:00Z \(V\), as known at position 10 \(K\)\.\n\nana\n {2}└ ben, introduced by ana-ben/,
    );
  });

  it('is answered as known at a position or at an event, never beyond the newest', async () => {
    const joined = network[5];
    const id = storedId(joined?.source ?? '', joined?.id ?? '');
    expect(await json('chain', 'ben', '--known-at', `event:${id}`)).toMatchObject({ K: 6, hops: 1 });
    expect(await json('chain', 'ben', '--known-at', '6', '--valid-at', '2026-01-31T00:00:00Z')).toMatchObject({
      K: 6,
      V: '2026-01-31T00:00:00Z',
    });
    expect(await json('chain', 'ben', '--known-at', '11')).toMatchObject({ status: 404, errors: [{ field: 'known-at' }] });
    expect(await json('chain', 'ben', '--known-at', `event:${id.replace(/.$/, 'x')}`)).toMatchObject({
      status: 404,
      code: 'unknown_event',
    });
  });

  it('about somebody erased is refused in the words for somebody never heard of, with exit 2', async () => {
    const erased = await run('chain', 'cem');
    const unheard = await run('chain', 'nobody');
    expect([erased.code, unheard.code]).toEqual([2, 2]);
    expect(erased.err.replace('cem', 'X')).toBe(unheard.err.replace('nobody', 'X'));
  });

  it('that is misspelt is refused with everything that is wrong, by name', async () => {
    const { code, out, err } = await run('retention', '--variant', 'weekly', '--periods', 'all', '--json');
    expect([code, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toMatchObject({ status: 400, code: 'invalid_question', errors: [{ field: 'variant' }, { field: 'periods' }] });
    expect((await run('paths', 'ana', 'ben', '--mode', 'cheapest')).err).toContain('not answered yet');
    expect((await run('retention', '--periods', '2', '--periods', '3')).code).toBe(2);
  });

  it('of a folder without a log is refused, and makes none', async () => {
    expect(await json('retention', '--data', 'none')).toMatchObject({ status: 404, code: 'no_log' });
    expect(readdirSync(folder)).not.toContain('none');
  });

  it('takes its options before or after what it asks about', async () => {
    const answer = await json('paths', 'ana', 'ben', '--over', 'introductions,referrals');
    expect(answer).toMatchObject({ found: true, rows: [{ nodes: ['ana', 'ben'], hops: 1 }] });
    expect(await json('paths', '--over', 'introductions', '--over', 'referrals', 'ana', 'ben')).toEqual(answer);
    expect(await json('--data', file('kithline-data'), 'paths', '--over', 'introductions,referrals', 'ana', 'ben')).toEqual(answer);
  });
});

describe('The events of the log', () => {
  it('are shown to the operator only', async () => {
    expect(await json('events')).toMatchObject({ status: 400, errors: [{ field: 'disclosure' }] });
  });

  it('have the fields that were promised, and tell nothing of who was erased', async () => {
    const { head, rows } = (await json('events', '--disclosure', 'none')) as { head: number; rows: Record<string, unknown>[] };
    expect(head).toBe(10);
    expect(rows[2]).toEqual({
      position: 3,
      id: storedId(network[2]?.source ?? '', network[2]?.id ?? ''),
      source: 'urn:kithline:examples:south',
      client_id: network[2]?.id,
      stream: 'introduction/ana-ben',
      revision: 0,
      type: 'IntroductionMade',
      subject: 'introduction/ana-ben',
      time: '2026-01-02T12:00:00Z',
      recordedAt: expect.stringMatching(/^\d{4}-/),
      community: 'south',
      actor: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      data: network[2]?.data,
      masked: false,
    });
    const erased = { client_id: null, stream: null, subject: null, actor: null, data: null, masked: true };
    expect(rows.slice(6)).toMatchObject([erased, erased, erased, erased]);
    expect(JSON.stringify(rows)).not.toContain('cem');
  });

  it('are narrowed by stream, type, position, number and K', async () => {
    const positions = async (...options: string[]): Promise<unknown[]> =>
      ((await json('events', '--disclosure', 'none', ...options)).rows as { position: number }[]).map(({ position }) => position);
    expect(await positions('--stream', 'member/ben')).toEqual([6]);
    expect(await positions('--type', 'MemberJoined,TouchpointRecorded:message')).toEqual([2, 6, 8, 9]);
    expect(await positions('--type', 'TouchpointRecorded:workshop')).toEqual([]);
    expect(await positions('--after', '8')).toEqual([9, 10]);
    expect(await positions('--after', '2', '--limit', '2')).toEqual([3, 4]);
    expect(await positions('--known-at', '4', '--after', '2')).toEqual([3, 4]);
    expect(await json('events', '--disclosure', 'none', '--type', 'Joined')).toMatchObject({ status: 400, errors: [{ field: 'type' }] });
  });

  it('are followed as they are recorded by another process, until Ctrl-C', async () => {
    const following = spawn(process.execPath, [launcher, 'events', '--follow', '--after', '9', '--disclosure', 'none', '--json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let seen = '';
    following.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
    const until = async (text: string): Promise<void> => {
      while (!seen.includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until('"position":10');
    write('more.ndjson', [south('2026-02-01').joined('dee')]);
    await run('import', 'more.ndjson');
    await until('"position":11');
    following.kill('SIGINT');
    expect(await new Promise((resolve) => following.once('close', resolve))).toBe(0);
    expect(
      seen
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['ConsentWithdrawn', 'MemberJoined']);
  });
});

describe('Standard output', () => {
  it('has one JSON object on one line with --json, whatever the question', async () => {
    write('millbrook.ndjson', millbrook);
    await run('import', 'millbrook.ndjson', '--data', 'millbrook');
    const questions = [
      'retention',
      're-engagement',
      'latency',
      're-referral',
      'conversion',
      'outcome-change --instrument PHQ-9',
      'introduced --all',
    ];
    for (const question of questions) {
      const { code, out, err } = await run(...question.split(' '), '--data', 'millbrook', '--json');
      expect([question, code, err, out.trimEnd().split('\n').length]).toEqual([question, 0, '', 1]);
      expect(JSON.parse(out)).toMatchObject({ question: question.split(' ')[0], K: millbrook.length, rows: expect.any(Array) });
    }
  });
});
