import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IdReused, openSqliteLog, type SqliteLog } from '@kithline/log';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { all, joined } from '../testing/opened.ts';
import { type Batch, readBatches, readLines, readNdjson } from '../reading/index.ts';
import { Bases } from './bases.ts';
import { recordBatch, type RowLog } from './record-batch.ts';

const batchOf = async (...events: readonly TouchpointEvent[]): Promise<Batch> => {
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  const [batch] = await all(readBatches(readLines(Readable.from([Buffer.from(lines)])), readNdjson()));
  return batch!;
};
const asked = (now: number): Bases => new Bases({ statement: 'asked on paper', purposes: ['outcome_stats'] }, () => now);
const [granted, member] = joined('ana') as [TouchpointEvent, TouchpointEvent];
const later = (event: TouchpointEvent): TouchpointEvent => ({ ...event, time: '2026-03-03T10:00:00Z' });

describe('A batch that is recorded', () => {
  let folder: string;
  let log: SqliteLog;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kithline-recording-'));
    log = await openSqliteLog(join(folder, 'log.sqlite'), { now: () => 0, mode: 'write' });
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true });
  });

  /** The log, to which somebody else does this and then that, each just before something is written. */
  const whereMeanwhile = (...happenings: readonly (() => Promise<unknown>)[]): RowLog => {
    const left = [...happenings];
    return {
      byId: (id) => log.byId(id),
      readStream: (stream) => log.readStream(stream),
      recordRows: async (rows) => {
        await left.shift()?.();
        return log.recordRows(rows);
      },
    };
  };
  const recordedTypes = async (): Promise<readonly string[]> => (await all(log.readAll())).flat().map(({ event }) => event.type);

  it('declares no basis that somebody else declares at the same moment', async () => {
    const other = await batchOf(granted);
    const here = whereMeanwhile(() => recordBatch(log, other, asked(1)));
    const { entries, rejects } = await recordBatch(here, await batchOf(member), asked(2));
    expect([entries.length, rejects]).toEqual([1, []]);
    expect(await recordedTypes()).toEqual(
      ['ConsentBasisDeclared', 'ConsentGranted', 'MemberJoined'].map((type) => `org.kithline.${type}.v1`),
    );
  });

  it('tells of every line that was not recorded, also where ids are taken one after the other', async () => {
    const here = whereMeanwhile(
      () => log.record([later(granted)]),
      () => log.record([later(member)]),
    );
    const last = joined('ben')[1]!;
    const { entries, rejects } = await recordBatch(here, await batchOf(granted, member, last));
    expect(entries.map(({ number }) => number)).toEqual([3]);
    expect(rejects.map(({ line, field }) => [line, field])).toEqual([
      [1, 'id'],
      [2, 'id'],
    ]);
  });

  it('is refused where the log says that an id is taken which it does not find', async () => {
    const here: RowLog = { ...whereMeanwhile(), recordRows: () => Promise.reject(new IdReused('urn:test', 'x', 0)) };
    await expect(recordBatch(here, await batchOf(member))).rejects.toThrow(IdReused);
  });
});
