import type { TouchpointEvent } from '../event.ts';
import { decodeStored } from './decode-stored.ts';
import { upcast } from './upcast.ts';
import { newestVersion, type Upcasters } from './upcasters.ts';

const steps: Upcasters = {
  MemberLeft: [(v1) => ({ ...v1, reason: v1['reason'] ?? 'other' }), (v2) => ({ ...v2, told: v2['reason'] !== 'lost_contact' })],
};
const left = (version: number, data: object): TouchpointEvent => ({
  specversion: '1.0',
  id: 'e-1',
  source: 'urn:test',
  type: `org.kithline.MemberLeft.v${version}`,
  time: '2026-03-02T10:00:00Z',
  subject: 'member/p-1',
  data: { personId: 'p-1', communityId: 'c-1', ...data },
});

describe('Upcasting', () => {
  it('reads the first version through every step', () =>
    expect(upcast(left(1, {}), steps)).toEqual(left(3, { reason: 'other', told: true })));

  it('starts at the version the event was written in', () =>
    expect(upcast(left(2, { reason: 'lost_contact' }), steps)).toEqual(left(3, { reason: 'lost_contact', told: false })));

  it('leaves an event of the newest version as it is', () => {
    const newest = left(3, { reason: 'other', told: false });
    expect(upcast(newest, steps)).toBe(newest);
  });

  it('leaves types that never changed as they are', () => {
    const joined = { ...left(1, {}), type: 'org.kithline.MemberJoined.v1' };
    expect(upcast(joined, steps)).toBe(joined);
  });

  it('does not touch the event it reads', () => {
    const old = left(1, {});
    upcast(old, steps);
    expect(old).toEqual(left(1, {}));
  });

  it('knows how many versions a type has', () =>
    expect([newestVersion('MemberLeft', steps), newestVersion('MemberJoined', steps)]).toEqual([3, 1]));

  it('does not guess at what a newer version wrote', () => {
    expect(decodeStored(left(1, {}))).toEqual(left(1, {}));
    expect(() => decodeStored(left(2, {}))).toThrow('type is of version 2, MemberLeft is known up to version 1');
    expect(() => decodeStored({ ...left(1, {}), type: 'org.kithline.MemberMarried.v1' })).toThrow('does not exist: MemberMarried');
  });
});
