import { specFor } from '../testing/given.ts';
import { practitionerDecider } from './decide.ts';
import type { PractitionerFact } from './events.ts';

const given = specFor(practitionerDecider);
const at = '2026-03-02T10:00:00Z';
const data = { practitionerId: 'p-dee', specialisms: ['grief'], communityIds: ['c-mill'], capacity: 3 };
const published: PractitionerFact = { type: 'PractitionerProfilePublished', at, data };

describe("A practitioner's profile", () => {
  it('is published', () => given().when({ type: 'PublishPractitionerProfile', at, data }).then(published));

  it('is published anew when it changes, and only then', () => {
    const fuller = { ...data, capacity: 0 };
    given(published)
      .when({ type: 'PublishPractitionerProfile', at, data: fuller })
      .then({ ...published, data: fuller });
    given(published).when({ type: 'PublishPractitionerProfile', at: '2026-05-02T10:00:00Z', data }).thenNothingHappens();
  });

  it('names a community', () =>
    given()
      .when({ type: 'PublishPractitionerProfile', at, data: { ...data, communityIds: [] } })
      .thenRefused('A practitioner serves at least one community'));
});
