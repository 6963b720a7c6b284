import { decodeEvent } from '@kithline/touchpoints';
import { lantern, millbrook, orchard, quayside } from '../index.ts';

describe.each(Object.entries({ lantern, millbrook, orchard, quayside }))('The community %s', (_, events) => {
  it('is told in valid events', () => expect(events.map((event) => decodeEvent(structuredClone(event)))).toEqual(events));
  it('says each thing once', () => expect(new Set(events.map(({ id }) => id)).size).toBe(events.length));
});
