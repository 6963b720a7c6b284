import type { Cell, Draft, GroupSeries } from '../draft.ts';
import { disclose } from './disclose.ts';
import { policies } from './policies.ts';
import { cell, draft, group, hidden } from './testing/drafts.ts';

describe('A table of periods', () => {
  const cells = [cell(30, 60), cell(35, 50), cell(3, 40), cell(20, 30), cell(2, 12), cell(4, 8), cell(0, 0)];

  it('leaves out its tail, hides what is small, and has the last row not hidden on top', () => {
    const shown = disclose(draft({ pooled: { cells } }), policies.public);
    expect(shown.rows.map(({ period, n, suppressed }) => [period, n, suppressed])).toEqual(
      [
        [0, 60, false],
        [1, 50, false],
        [2, null, true],
        [3, 30, true],
        [4, null, true],
      ].map(([period, n, suppressed]) => (period === 3 ? [3, null, true] : [period, n, suppressed])),
    );
    expect(shown.top).toMatchObject({ period: 1, n: 50, k: 35, suppressed: false });
    expect(shown.notes).toEqual(['tail_left_out']);
  });

  it('has everything under none, and its last row on top', () => {
    const shown = disclose(draft({ pooled: { cells } }), policies.none);
    expect(shown.rows).toHaveLength(7);
    expect(shown.top).toMatchObject({ period: 6, n: 0, value: null, suppressed: false });
    expect(shown.notes).toEqual(['not_for_publication']);
  });

  it('says that it is suppressed when nothing of it may be shown', () => {
    const shown = disclose(draft({ pooled: { cells: [cell(4, 8)] } }), policies.public);
    expect(shown.rows).toEqual([]);
    expect(shown.top).toMatchObject(hidden);
  });

  it('is not suppressed when nobody is in it', () =>
    expect(disclose(draft({ pooled: { cells: [] } }), policies.public).top).toMatchObject({
      n: 0,
      value: null,
      suppressed: false,
      period: null,
    }));

  it('keeps the hidden rows of a cohort, which say so, with no count left to work them out from', () => {
    const groups = [{ ...group('2026-W10', cell(20, 40), cell(2, 4, { n_immature: 36 })), cohort: '2026-W10' }];
    const shown = disclose(draft({ pooled: { cells: groups[0]!.cells }, groups, byCohort: true }), policies.public);
    expect(shown.rows[1]).toEqual({
      group: '2026-W10',
      masked: false,
      cohort: '2026-W10',
      period: 1,
      n: null,
      k: null,
      value: null,
      lower: null,
      upper: null,
      n_immature: null,
      suppressed: true,
    });
    expect(shown.groups[0]).toMatchObject({ group: '2026-W10', period: 0, n: 40 });
  });
});

describe('A question with groups', () => {
  const large = group('east', cell(30, 60));
  const small = group('west', cell(2, 60));
  const comparing = { sides: [0, 1], contrast: () => ({ compared: 'east', baseline: 'west', difference: 0.1 }), notes: [], findings: [] };
  const asked = (groups: readonly GroupSeries[]): Draft =>
    draft({ shape: 'figure', columns: ['n', 'k', 'value', 'lower', 'upper'], pooled: { cells: [cell(90, 180)] }, groups, comparing });

  it('hides its top when a group is hidden, which it would betray', () => {
    const shown = disclose(asked([large, small]), policies.public);
    expect(shown.groups.map(({ suppressed }) => suppressed)).toEqual([false, true]);
    expect(shown.top).toMatchObject({ ...hidden, n_noconsent: null });
  });

  it('tells no finding of a comparison that is hidden', () => {
    const crossing = (...groups: readonly GroupSeries[]) => ({ ...asked(groups), comparing: { ...comparing, findings: ['curves_cross'] } });
    expect(disclose(crossing(large, small), policies.public).notes).toEqual([]);
    expect(disclose(crossing(large, large), policies.public).notes).toEqual(['curves_cross']);
  });

  it('shows of a group whose denominator is small no n_immature, since its rows tell what both come to', () => {
    const groups = [group('west', cell(2, 4, { n_immature: 36 })), group('east', cell(20, 40, { n_immature: 12 }))];
    const shown = disclose(draft({ pooled: { cells: [cell(22, 44)] }, groups }), policies.public);
    expect(shown.groups.map(({ n_immature }) => n_immature)).toEqual([null, 12]);
  });

  it('hides a comparison with a hidden side, but its names', () => {
    expect(disclose(asked([large, small]), policies.public).comparison).toEqual({
      compared: 'east',
      baseline: 'west',
      difference: null,
      suppressed: true,
    });
    expect(disclose(asked([large, large]), policies.public).comparison).toMatchObject({ difference: 0.1, suppressed: false });
  });

  it('looks, for cohorts, at the cells of the period on top', () => {
    const cohort = (name: string, ...cells: readonly Cell[]): GroupSeries => ({ ...group(name, ...cells), cohort: name });
    const groups = [cohort('2026-01', cell(30, 60), cell(20, 60)), cohort('2026-02', cell(3, 60), cell(0, 0))];
    const table = draft({ pooled: { cells: [cell(33, 120), cell(20, 60)] }, groups, byCohort: true });
    expect(disclose(table, policies.public).top).toMatchObject({ period: 1, n: 60, suppressed: false });
    expect(disclose({ ...table, pooled: { cells: [cell(33, 120)] } }, policies.public).top).toMatchObject({ period: 0, ...hidden });
  });
});
