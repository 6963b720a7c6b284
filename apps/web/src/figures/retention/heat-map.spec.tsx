import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { back, backTogether, hidden, share } from '../../testing/answers.ts';
import { cohortTable } from './cohort-table.ts';
import { HeatMap } from './heat-map.tsx';

const table = cohortTable(
  back({ '2026-02': [share(67, 100), share(81, 100)], '2026-03': [share(75, 100), hidden] }),
  backTogether([share(142, 200), share(90, 100)]),
  'month',
);
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

describe('The heat map', () => {
  beforeEach(() => void render(<HeatMap table={table} />));

  it('is a table whose cells hold their numbers, so that colour only helps', () => {
    expect(screen.getByRole('columnheader', { name: '1' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /February 2026, month 1/ }).textContent).toBe('81 %');
    expect(screen.getByRole('button', { name: /March 2026, month 1/ }).textContent).toBe('hidden');
  });

  it('is one stop of the tab key and moved through with the arrows', async () => {
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toMatch(/February 2026, month 0/);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toMatch(/hidden\. March 2026, month 1: hidden/);
    await user.keyboard('{ArrowDown}{ArrowDown}{Home}');
    expect(focused()).toMatch(/All together, month 0: 142 of 200/);
    await user.keyboard('{End}');
    expect(focused()).toMatch(/All together, month 1/);
    expect(document.querySelectorAll('.heat-cell[tabindex="0"]')).toHaveLength(1);
  });

  it('reads a cell out in full below', async () => {
    expect(screen.getByText(/Point at a cell/)).toBeTruthy();
    await userEvent.hover(screen.getByRole('button', { name: /February 2026, month 1/ }));
    expect(screen.getByText(/February 2026, month 1: 81 of 100 came back, 81.0 %/)).toBeTruthy();
  });
});
