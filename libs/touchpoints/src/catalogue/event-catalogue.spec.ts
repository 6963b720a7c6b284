import { readFileSync } from 'node:fs';
import { eventTypes } from '../event-types.ts';
import { eventCatalogue } from './event-catalogue.ts';

describe('The catalogue of events', () => {
  it('is what docs/events.md says; if not, run scripts/write-event-catalogue.mjs', () =>
    expect(readFileSync(new URL('../../../../docs/events.md', import.meta.url), 'utf8')).toBe(eventCatalogue()));

  it('has a section for every type', () => {
    for (const type of eventTypes) expect(eventCatalogue()).toContain(`### ${type}\n`);
  });

  it('says of each field what may stand in it', () => {
    expect(eventCatalogue()).not.toContain('undefined');
    expect(eventCatalogue()).toContain('| `communityIds` | list of id | The communities they serve. |');
    expect(eventCatalogue()).toContain('| `source` | { kind, ref? } | How the referral came about. |');
    expect(eventCatalogue()).toContain('| ReferralReceived |  |  | yes | yes | made |');
  });
});
