import { searchOf, type View, viewOf } from './view.ts';

const asOpened: View = { validAt: undefined, knownAt: undefined, disclosure: undefined, community: undefined, period: 'month' };

describe('A view', () => {
  it('stands in the address and is read from it again', () => {
    const view: View = { validAt: '2026-03-09T12:00:00Z', knownAt: 1281, disclosure: 'public', community: 'harbour', period: 'week' };
    expect(searchOf(view).toString()).toBe(
      'valid-at=2026-03-09T12%3A00%3A00Z&known-at=1281&community=harbour&disclosure=public&period=week',
    );
    expect(viewOf(searchOf(view))).toEqual(view);
  });

  it('needs nothing in the address as the page opens', () => {
    expect(searchOf(asOpened).toString()).toBe('');
    expect(viewOf(new URLSearchParams())).toEqual(asOpened);
  });

  it('is as the page opens where the address makes no sense', () => {
    expect(viewOf(new URLSearchParams('valid-at=soon&known-at=-1&disclosure=all&community=&period=year'))).toEqual(asOpened);
  });

  it.each(['2026-02-30T12:00:00Z', '2026-02-28', '2026-02-28T12:00:00+01:00'])('makes another day of none: not of %s', (text) => {
    expect(viewOf(new URLSearchParams({ 'valid-at': text })).validAt).toBeUndefined();
  });
});
