import { specFor } from '../testing/given.ts';
import { introductionDecider } from './decide.ts';
import type { IntroductionFact } from './events.ts';

const given = specFor(introductionDecider);
const at = '2026-03-02T10:00:00Z';
const data = { introductionId: 'i-1', introducerId: 'p-ana', introduceeId: 'p-ben', communityId: 'c-mill', until: '2026-04-01T00:00:00Z' };
const made: IntroductionFact = { type: 'IntroductionMade', at, data };
const accepted: IntroductionFact = { type: 'IntroductionAccepted', at: '2026-03-03T10:00:00Z', data: { introductionId: 'i-1' } };
const declined: IntroductionFact = { ...accepted, type: 'IntroductionDeclined' };
const accept = { type: 'AcceptIntroduction', at: accepted.at, data: accepted.data } as const;
const decline = { ...accept, type: 'DeclineIntroduction' } as const;
const onlyOpen = 'Only an open introduction is accepted or declined';

describe('An introduction', () => {
  it('is made', () => given().when({ type: 'MakeIntroduction', at, data }).then(made));

  it('is made once', () =>
    given(made)
      .when({ type: 'MakeIntroduction', at, data: { ...data, introduceeId: 'p-cleo' } })
      .thenRefused('An introduction is made once'));

  it('is of one person by another', () =>
    given()
      .when({ type: 'MakeIntroduction', at, data: { ...data, introduceeId: 'p-ana' } })
      .thenRefused('Nobody introduces themselves'));

  it('is accepted or declined while open', () => {
    given(made).when(accept).then(accepted);
    given(made).when(decline).then(declined);
  });

  it('is answered once', () => {
    given(made, accepted).when(decline).thenRefused(onlyOpen);
    given(made, declined).when(accept).thenRefused(onlyOpen);
  });

  it('is open from when it is made until it closes', () => {
    given().when(accept).thenRefused(onlyOpen);
    given(made)
      .when({ ...accept, at: '2026-03-02T09:59:59Z' })
      .thenRefused(onlyOpen);
    given(made)
      .when({ ...accept, at: '2026-03-31T23:59:59Z' })
      .then({ ...accepted, at: '2026-03-31T23:59:59Z' });
    given(made)
      .when({ ...accept, at: '2026-04-01T00:00:00Z' })
      .thenRefused(onlyOpen);
  });

  it('may have no end', () => {
    const { until: _, ...endless } = data;
    given({ type: 'IntroductionMade', at, data: endless })
      .when({ ...accept, at: '2036-01-01T00:00:00Z' })
      .then({ ...accepted, at: '2036-01-01T00:00:00Z' });
  });
});
