import { encodeLine } from '@kithline/touchpoints';
import { type EventLog, IdReused, RevisionConflict } from '../event-log.ts';
import { all, contentsOf, idsOf } from './reading.ts';
import { retold, touch } from './touches.ts';

const stream = 'member/p-1';
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => touch(id, 'p-1')) as [Touch, Touch, Touch, Touch];
type Touch = ReturnType<typeof touch>;

/** What an append does, and what it refuses. */
export function appendsToAStream(log: () => EventLog): void {
  it('gives back every field of what was written, in order', async () => {
    await log().append(stream, [a, b], 'no-stream');
    const recorded = await log().readStream(stream);
    expect(recorded.map(({ revision, line, event }) => ({ revision, line, event }))).toEqual([
      { revision: 0, line: encodeLine(a), event: a },
      { revision: 1, line: encodeLine(b), event: b },
    ]);
    for (const { position, recordedAt } of recorded) expect([position > 0, Number.isInteger(recordedAt)]).toEqual([true, true]);
    expect(recorded[1]!.position).toBeGreaterThan(recorded[0]!.position);
  });

  it('answers the position and revision of the last event, and how many were written', async () => {
    const first = await log().append(stream, [a, b], 'no-stream');
    const second = await log().append(stream, [c], first.revision);
    const [, atB, atC] = await log().readStream(stream);
    expect([first, second]).toEqual([
      { position: atB!.position, revision: 1, written: 2 },
      { position: atC!.position, revision: 2, written: 1 },
    ]);
  });

  it('refuses a write based on an old revision, and writes none of it', async () => {
    await log().append(stream, [a, b], 'no-stream');
    const before = await contentsOf(log());
    await expect(log().append(stream, [c, d], 0)).rejects.toThrow(new RevisionConflict(stream, 0, 1));
    await expect(log().append(stream, [c, d], 0)).rejects.toMatchObject({ name: 'RevisionConflict', stream, expected: 0, actual: 1 });
    await expect(log().append(stream, [c], 'no-stream')).rejects.toMatchObject({ expected: 'no-stream', actual: 1 });
    expect(await contentsOf(log())).toEqual(before);
  });

  it('refuses a write to a stream that is not there yet but was expected, and writes none of it', async () => {
    await expect(log().append(stream, [a], 0)).rejects.toMatchObject({
      name: 'RevisionConflict',
      stream,
      expected: 0,
      actual: 'no-stream',
    });
    expect(await all(log().readAll())).toEqual([]);
  });

  it('lets one of two writers win who expect the same', async () => {
    const outcomes = await Promise.allSettled([log().append(stream, [a], 'no-stream'), log().append(stream, [b], 'no-stream')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await log().readStream(stream)).toHaveLength(1);
  });

  it('changes nothing when all of it is there already, whatever was expected', async () => {
    const written = await log().append(stream, [a, b], 'no-stream');
    await log().append(stream, [c], 1);
    const before = await contentsOf(log());
    for (const expected of ['no-stream', 0, 1, 2, 9] as const) {
      expect(await log().append(stream, [a, b], expected)).toEqual({ ...written, written: 0 });
    }
    expect(await contentsOf(log())).toEqual(before);
  });

  it('knows an event again in another spelling', async () => {
    await log().append(stream, [a], 'no-stream');
    const respelt = { ...a, time: '2026-03-02T11:00:00+01:00' };
    expect(await log().append(stream, [respelt], 0)).toMatchObject({ revision: 0, written: 0 });
  });

  it('writes what is new when only a part is there, at the revision expected', async () => {
    await log().append(stream, [a], 'no-stream');
    await expect(log().append(stream, [a, b], 'no-stream')).rejects.toThrow(RevisionConflict);
    expect(await log().append(stream, [a, b], 0)).toMatchObject({ revision: 1, written: 1 });
    expect(idsOf(await log().readStream(stream))).toEqual(['a', 'b']);
  });

  it('writes an event given twice once', async () => {
    expect(await log().append(stream, [a, a], 'no-stream')).toMatchObject({ revision: 0, written: 1 });
    expect(idsOf(await log().readStream(stream))).toEqual(['a']);
  });

  it('refuses another body under a known id, and writes none of it', async () => {
    await log().append(stream, [a], 'no-stream');
    const before = await contentsOf(log());
    await expect(log().append(stream, [b, retold(a)], 0)).rejects.toThrow(new IdReused('urn:test', 'a', 1));
    await expect(log().append(stream, [retold(a)], 9)).rejects.toMatchObject({ name: 'IdReused', source: 'urn:test', id: 'a', index: 0 });
    expect(await contentsOf(log())).toEqual(before);
  });

  it('refuses two bodies under one id given together, and writes none of it', async () => {
    await expect(log().append(stream, [a, b, retold(b)], 'no-stream')).rejects.toThrow(new IdReused('urn:test', 'b', 2));
    expect(await all(log().readAll())).toEqual([]);
  });

  it('goes on after a refusal as if it had not been', async () => {
    await log().append(stream, [a], 'no-stream');
    await expect(log().append(stream, [b, c, retold(a)], 0)).rejects.toThrow(IdReused);
    expect(await log().append(stream, [b], 0)).toMatchObject({ revision: 1, written: 1 });
    expect(idsOf(await log().readStream(stream))).toEqual(['a', 'b']);
  });

  it('refuses an event of another stream', async () => {
    await expect(log().append('member/p-2', [a], 'no-stream')).rejects.toThrow(TypeError);
    expect(await all(log().readAll())).toEqual([]);
  });

  it('does nothing with nothing, and tells where the stream ends', async () => {
    expect(await log().append(stream, [], 'no-stream')).toEqual({ position: 0, revision: -1, written: 0 });
    const { position, revision } = await log().append(stream, [a, b], 'no-stream');
    expect(await log().append(stream, [], 1)).toEqual({ position, revision, written: 0 });
  });

  it('keeps what JSON says, to the character', async () => {
    const data = { touchpointId: 'ä-😀', personId: 'p-1', communityId: 'c "1"\u2028', kind: 'workshop' };
    const odd = touch('é e\u0301', 'p-1', { data, source: 'urn:test:ß' });
    await log().append(stream, [odd], 'no-stream');
    const [recorded] = await log().readStream(stream);
    expect([recorded!.event, recorded!.line]).toEqual([odd, encodeLine(odd)]);
  });

  it('keeps what was given, not the object: nobody changes it afterwards', async () => {
    const given = { ...a, data: { ...a.data } };
    await log().append(stream, [given], 'no-stream');
    given.data['kind'] = 'changed-later';
    const [first] = await log().readStream(stream);
    (first!.event.data as Record<string, unknown>)['kind'] = 'changed-by-a-reader';
    const [again] = await log().readStream(stream);
    expect(again!.event).toEqual(a);
  });
}
