import type { TouchpointEvent } from '@kithline/touchpoints';

/** A touchpoint of a person, in its canonical spelling: `touch('t-1', 'p-1')` stands in the stream `member/p-1`. */
export const touch = (id: string, personId: string, more: Partial<TouchpointEvent> = {}): TouchpointEvent => ({
  specversion: '1.0',
  id,
  source: 'urn:test',
  type: 'org.kithline.TouchpointRecorded.v1',
  time: '2026-03-02T10:00:00Z',
  subject: `member/${personId}`,
  data: { touchpointId: id, personId, communityId: 'c-1', kind: 'workshop' },
  ...more,
});

/** `count` touchpoints of several people, each id with this prefix. */
export const touches = (prefix: string, count: number): TouchpointEvent[] =>
  Array.from({ length: count }, (_, i) => touch(`${prefix}-${i}`, `p-${i % 7}`));

/** The same event as another sender's hand would have it: same source and id, another body. */
export const retold = (event: TouchpointEvent): TouchpointEvent => ({ ...event, data: { ...event.data, kind: 'drop-in' } });
