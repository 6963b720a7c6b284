import { specFor } from '../testing/given.ts';
import type { FoundCommunity } from './commands.ts';
import { communityDecider } from './decide.ts';
import type { CommunityFounded } from './events.ts';

const given = specFor(communityDecider);
const data = { communityId: 'c-mill', name: 'Mill Lane', timeZone: 'Europe/London' };
const founded: CommunityFounded = { type: 'CommunityFounded', at: '2026-03-02T10:00:00Z', actor: 'p-ana', data };
const found: FoundCommunity = { type: 'FoundCommunity', at: '2026-03-02T10:00:00Z', actor: 'p-ana', data };

describe('A community', () => {
  it('is founded', () => given().when(found).then(founded));

  it('is not founded anew when the same is asked later', () =>
    given(founded)
      .when({ ...found, at: '2026-04-02T10:00:00Z' })
      .thenNothingHappens());

  it('is founded once', () =>
    given(founded)
      .when({ ...found, data: { ...data, name: 'Mill Road' } })
      .thenRefused('A community is founded once'));

  it('stays what it was founded as, whatever else arrives', () => {
    const again: CommunityFounded = { ...founded, data: { ...data, name: 'Mill Road' } };
    expect([founded, again].reduce(communityDecider.evolve, communityDecider.initial())).toEqual({ founded: data });
  });
});
