import { InvalidEvent, type MemberCommand, RuleBroken, storedId, type TouchpointEvent } from '@kithline/touchpoints';
import type { CommandContext, Handled, Request } from '../decision.ts';
import { type EventLog, type ExpectedRevision, IdReused } from '../event-log.ts';

export const stream = 'member/p-1';
export const context = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId,
  source: 'urn:test:door',
  ...more,
});
export const join: MemberCommand = {
  type: 'JoinCommunity',
  at: '2026-03-02T10:00:00Z',
  actor: 'p-7',
  data: { personId: 'p-1', communityId: 'c-1' },
};
const leave: MemberCommand = {
  type: 'LeaveCommunity',
  at: '2026-04-02T10:00:00Z',
  data: { personId: 'p-1', communityId: 'c-1', reason: 'moved_away' },
};

/** A log, and how a command to it is handled. */
export type Handling = Readonly<{ log: EventLog; handle: (request: Request) => Promise<Handled> }>;

/** What whoever handles commands does. */
export function handlesCommands(open: () => Promise<Handling>): void {
  let handling: Handling;
  beforeEach(async () => {
    handling = await open();
  });
  afterEach(() => handling.log.close());
  const ask = (command: MemberCommand, about: CommandContext) => handling.handle({ stream, command, context: about });
  const recorded = async (): Promise<readonly TouchpointEvent[]> => (await handling.log.readStream(stream)).map(({ event }) => event);

  it('records what was decided, with all that surrounds it', async () => {
    const about = context('cmd-1', { community: 'c-1', correlationId: 'walk-9', causationId: 'cmd-0' });
    const { position, events } = await ask(join, about);
    expect(events).toEqual([{ id: storedId('urn:test:door', 'cmd-1.0'), type: 'MemberJoined' }]);
    expect(await recorded()).toEqual([
      {
        specversion: '1.0',
        id: 'cmd-1.0',
        source: 'urn:test:door',
        type: 'org.kithline.MemberJoined.v1',
        time: '2026-03-02T10:00:00Z',
        subject: stream,
        community: 'c-1',
        actor: 'p-7',
        correlationid: 'walk-9',
        causationid: 'cmd-0',
        data: { personId: 'p-1', communityId: 'c-1' },
      },
    ]);
    expect(await handling.log.byId(storedId('urn:test:door', 'cmd-1.0'))).toMatchObject({ position });
  });

  it('gives the same answer when it is asked twice, whatever happened since', async () => {
    const first = await ask(join, context('cmd-1'));
    const second = await ask(leave, context('cmd-2'));
    expect([first.revision, second.revision]).toEqual([0, 1]);
    expect((await handling.log.readStream(stream)).map(({ position }) => position)).toEqual([first.position, second.position]);
    expect([await ask(join, context('cmd-1')), await ask(leave, context('cmd-2'))]).toEqual([first, second]);
    expect(await handling.log.readStream(stream)).toHaveLength(2);
  });

  it('tells commands apart whose ids begin alike', async () => {
    await ask(join, context('cmd.1'));
    expect((await ask(leave, context('cmd'))).events).toHaveLength(1);
  });

  it('records nothing when it is so already, and tells since when at the latest', async () => {
    const { position } = await ask(join, context('cmd-1'));
    expect(await ask(join, context('cmd-2'))).toEqual({ position, revision: 0, events: [] });
  });

  it('names its events otherwise where their ids follow from something else', async () => {
    const { events } = await handling.handle({ stream, command: join, context: context('cmd-1'), namedBy: 'first' });
    expect(events.map(({ id }) => id)).toEqual([storedId('urn:test:door', 'first.0')]);
  });

  it('keeps how exactly its time is known', async () => {
    await ask(join, context('cmd-1', { precision: 'day', timeto: '2026-03-03T10:00:00Z' }));
    expect((await recorded())[0]).toMatchObject({ precision: 'day', timeto: '2026-03-03T10:00:00Z' });
  });

  it('lets a refusal through, and records nothing', async () => {
    await expect(ask(leave, context('cmd-1'))).rejects.toThrow(RuleBroken);
    expect(await handling.log.head()).toMatchObject({ position: 0 });
  });

  it('refuses what has not the shape of an event', async () => {
    const odd = { ...join, data: { ...join.data, communityId: 'a/b' } } as MemberCommand;
    await expect(ask(odd, context('cmd-1'))).rejects.toThrow(InvalidEvent);
  });

  it('refuses the id of a command that was about another stream', async () => {
    await ask(join, context('cmd-1'));
    const other = { ...join, data: { personId: 'p-2', communityId: 'c-1' } } as MemberCommand;
    const request = { stream: 'member/p-2', command: other, context: context('cmd-1') };
    await expect(handling.handle(request)).rejects.toThrow(IdReused);
  });

  it('decides on what the others wrote', async () => {
    const racing = await Promise.allSettled([ask(join, context('cmd-1')), ask(join, context('cmd-2'))]);
    expect(racing.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await handling.log.readStream(stream)).toHaveLength(1);
  });

  it('amends what is recorded, and once', async () => {
    await ask(join, context('cmd-1'));
    const data = { target: storedId('urn:test:door', 'cmd-1.0'), reason: 'mistake' };
    const annul = { type: 'AnnulEvent', at: '2026-03-03T10:00:00Z', data };
    const request = (id: string) => ({ stream, command: annul, context: context(id) });
    expect((await handling.handle(request('cmd-2'))).events).toHaveLength(1);
    expect((await recorded()).at(-1)).toMatchObject({ subject: stream, data });
    expect((await handling.handle(request('cmd-3'))).events).toEqual([]);
  });

  it('is refused when the stream is not at the revision expected', async () => {
    const at = (commandId: string, expected: ExpectedRevision) =>
      handling.handle({ stream, command: join, context: context(commandId), expected });
    await expect(at('cmd-1', 0)).rejects.toMatchObject({ name: 'RevisionConflict', expected: 0, actual: 'no-stream' });
    expect(await at('cmd-1', 'no-stream')).toMatchObject({ revision: 0 });
    await expect(at('cmd-2', 'no-stream')).rejects.toMatchObject({ expected: 'no-stream', actual: 0 });
    expect(await at('cmd-1', 3)).toMatchObject({ revision: 0 });
  });

  it('is refused by itself, whatever is handled beside it', async () => {
    const outcomes = await Promise.allSettled([ask(leave, context('cmd-1')), ask(join, context('cmd-2'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await recorded()).toHaveLength(1);
  });
}
