import { specFor } from '../testing/given.ts';
import type { ConsentCommand } from './commands.ts';
import { consentDecider } from './decide.ts';
import type { ConsentFact } from './events.ts';

const given = specFor(consentDecider);
const at = '2026-03-02T10:00:00Z';
const later = '2026-04-02T10:00:00Z';
const granted = (data: object = {}): ConsentFact => ({
  type: 'ConsentGranted',
  at,
  data: { personId: 'p-ben', purposes: ['attend', 'follow_up'], ...data },
});
const withdrawn = (data: object = {}): ConsentFact => ({ type: 'ConsentWithdrawn', at: later, data: { personId: 'p-ben', ...data } });
const expired = (data: object = {}): ConsentFact => ({ type: 'ConsentExpired', at: later, data: { personId: 'p-ben', ...data } });
const asked = ({ type, ...rest }: ConsentFact) =>
  ({
    type: { ConsentGranted: 'GrantConsent', ConsentWithdrawn: 'WithdrawConsent', ConsentExpired: 'ExpireConsent' }[type],
    ...rest,
  }) as ConsentCommand;

describe('Consent', () => {
  it('is granted', () => given().when(asked(granted())).then(granted()));

  it('is granted again under another notice', () =>
    given(granted())
      .when(asked(granted({ noticeVersion: '2' })))
      .then(granted({ noticeVersion: '2' })));

  it('is granted for one more purpose', () =>
    given(granted())
      .when(asked(granted({ purposes: ['research'] })))
      .then(granted({ purposes: ['research'] })));

  it('reaches back to earlier events, not forward', () => {
    given()
      .when(asked(granted({ since: '2026-02-01T00:00:00Z' })))
      .then(granted({ since: '2026-02-01T00:00:00Z' }));
    given()
      .when(asked(granted({ since: later })))
      .thenRefused('A grant reaches back to earlier events, not to a later beginning');
  });

  it('is withdrawn, for all purposes or for some', () => {
    given(granted()).when(asked(withdrawn())).then(withdrawn());
    given(granted())
      .when(asked(withdrawn({ purposes: ['attend'] })))
      .then(withdrawn({ purposes: ['attend'] }));
    given(granted(), withdrawn({ purposes: ['attend'] }))
      .when(asked(withdrawn()))
      .then(withdrawn());
  });

  it('may be withdrawn by who never granted it, since a declared basis may cover them', () =>
    given().when(asked(withdrawn())).then(withdrawn()));

  it('is not withdrawn twice', () => {
    given(granted(), withdrawn()).when(asked(withdrawn())).thenNothingHappens();
    given(granted(), withdrawn())
      .when(asked(withdrawn({ purposes: ['research'] })))
      .thenNothingHappens();
  });

  it('is granted anew after a withdrawal', () => {
    const anew = { ...granted(), at: '2026-05-02T10:00:00Z' } as ConsentFact;
    given(granted(), withdrawn()).when(asked(anew)).then(anew);
  });

  it('may be limited to one community, and withdrawn there', () => {
    const there = { communityId: 'c-mill' };
    given(granted())
      .when(asked(granted(there)))
      .then(granted(there));
    given(granted())
      .when(asked(withdrawn(there)))
      .then(withdrawn(there));
    given(granted(), withdrawn(there)).when(asked(withdrawn())).then(withdrawn());
  });

  it('is erased for all purposes, also after it was withdrawn', () => {
    const erased = withdrawn({ effect: 'erase', purposes: ['attend'] });
    given(granted()).when(asked(erased)).then(erased);
    given(granted(), withdrawn()).when(asked(erased)).then(erased);
    given(granted(), erased).when(asked(withdrawn())).thenNothingHappens();
  });

  it('covers only later events after an erasure', () => {
    const erased = withdrawn({ effect: 'erase' });
    const anew = (since: string) => ({ ...granted({ since }), at: '2026-05-02T10:00:00Z' }) as ConsentFact;
    given(granted(), erased)
      .when(asked(anew('2026-03-15T00:00:00Z')))
      .thenRefused('After an erasure a grant covers later events only');
    given(granted(), erased)
      .when(asked(anew('2026-04-15T00:00:00Z')))
      .then(anew('2026-04-15T00:00:00Z'));
    given(granted(), erased, anew('2026-04-15T00:00:00Z')).when(asked(erased)).then(erased);
  });

  it('expires while in force', () => {
    given(granted()).when(asked(expired())).then(expired());
    given().when(asked(expired())).thenRefused('Only a consent in force expires');
    given(granted(), withdrawn()).when(asked(expired())).thenRefused('Only a consent in force expires');
    given(granted())
      .when(asked(expired({ purposes: ['research'] })))
      .thenRefused('Only a consent in force expires');
  });
});
