import { describe, expect, it } from '@jest/globals';
import { printAnswer } from './answer.ts';
import type { Answer } from './figures.ts';

const figures = { value: 0.38, lower: 0.291, upper: 0.478, n: 100, k: 38, n_immature: 4, n_censored: 0, n_noconsent: 0, suppressed: false };
const answer: Answer = {
  question: 'conversion',
  ...figures,
  variant: 'scheduled',
  V: '2026-03-31T00:00:00Z',
  K: 12,
  disclosure: 'public',
  notes: [],
  groups: [],
  comparison: null,
  rows: [],
};
const hidden = { value: null, lower: null, upper: null, n: null, k: null, suppressed: true };

describe('A printed answer', () => {
  it('says as of when first, then the share with its interval, then who was left out', () => {
    expect(printAnswer(answer)).toBe(
      [
        'As it was at 2026-03-31T00:00:00Z (V), as known at position 12 (K).',
        'converted: 38.0 % (29.1 – 47.8 %), 38 of 100 [scheduled]',
        '4 not observed long enough yet\n',
      ].join('\n\n'),
    );
  });

  it('shows a star for what is hidden, and why', () => {
    const printed = printAnswer({ ...answer, ...hidden, n_immature: null, groups: [{ group: 'west', masked: false, ...hidden }] });
    expect(printed).toContain('converted: *, * of *');
    expect(printed).toMatch(/^west +\* +\* +\* +\*$/m);
    expect(printed).toContain('* not observed long enough yet');
    expect(printed).toContain('* hidden: it would tell of too few persons (--disclosure public)');
  });

  it('explains notes in words', () => {
    expect(printAnswer({ ...answer, notes: ['not_randomised', 'something_new'] })).toMatch(
      /note: nobody was assigned to these groups by chance.*\nnote: something new\n$/,
    );
  });

  it('compares with both readings and their intervals', () => {
    const comparison = {
      compared: 'a',
      baseline: 'b',
      difference: 0.1,
      lower: -0.02,
      upper: 0.2,
      relative: 0.28,
      relative_lower: null,
      relative_upper: 0.7,
      suppressed: false,
    };
    expect(printAnswer({ ...answer, comparison })).toContain(
      'a against b:\n  difference: 10.0 % (-2.0 – 20.0 %)\n  relative: 28.0 % (… – 70.0 %)',
    );
  });

  it('lays cohorts out as a triangle', () => {
    const row = (cohort: string, period: number, value: number | null, suppressed = false): Answer => ({
      ...{ group: cohort, masked: false, cohort, period, n: suppressed ? null : 50, k: null, value },
      ...{ lower: null, upper: null, suppressed },
    });
    const rows = [row('2026-01', 0, 0.5), row('2026-01', 1, 0.25), row('2026-02', 0, null, true)];
    expect(printAnswer({ ...answer, question: 'retention', rows })).toContain(
      ['          n     0     1', '2026-01  50  50 %  25 %', '2026-02   *     *'].join('\n'),
    );
  });

  it('names a masked person as a member, in chains and paths', () => {
    const link = { introduction: null, at: '2026-01-02', masked: true };
    const chain = {
      ...answer,
      question: 'chain',
      hops: 1,
      cycle: false,
      cut: true,
      rows: [
        { ...link, person: null, hops: 0 },
        { ...link, person: 'ben', hops: 1 },
      ],
    };
    expect(printAnswer(chain)).toContain('(whoever comes before was erased)\na member on 2026-01-02\n  └ ben on 2026-01-02');
    const rows = [{ nodes: ['ana', null], hops: 1, edges: [[{ id: null, kind: 'friend', at: '2026-01-02' }]] }];
    expect(printAnswer({ ...answer, question: 'paths', found: true, complete: false, rows })).toContain(
      'ana –friend→ a member  (1 hop)\n(a limit ended the search: there may be more)',
    );
  });
});
