import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { hidden, booked, event, share } from '../testing/answers.ts';
import { HeldEventSource } from '../testing/event-source.ts';
import { openPage } from '../testing/page.tsx';
import { network, problem, serve, status } from '../testing/served.ts';

const figure = (name: string) => screen.findByRole('region', { name });

describe('The page of the network', () => {
  it('opens at the end of what was recorded, with every figure', async () => {
    const asked = serve();
    openPage();
    expect(await screen.findByText('38.0 %', { selector: '.headline-number' })).toBeTruthy();
    expect(await within(await figure('From referral to first session')).findByText('41 days')).toBeTruthy();
    expect(asked.filter((path) => path.includes('/v1/re-referral'))).toHaveLength(5);
    const ofTheFigures = asked.filter((path) => !/^\/v1\/(events|status)|horizon=3d/.test(path));
    expect(ofTheFigures.every((path) => path.includes('valid-at=2026-10-26T12:00:00Z'))).toBe(true);
    expect(screen.getByText(/Its people are synthetic/)).toBeTruthy();
  });

  it('shows of a network that is not made up through and through what the public may see, unless told otherwise', async () => {
    const asked = serve({ ...network, '/v1/status': () => status('urn:partner:mill') });
    const { search } = openPage();
    expect(await screen.findByText(/small numbers|Counts from 1 to 10/)).toBeTruthy();
    await screen.findByText('38.0 %', { selector: '.headline-number' });
    expect(asked.filter((path) => path.includes('/v1/conversion')).every((path) => path.includes('disclosure=public'))).toBe(true);
    expect(screen.queryByText(/synthetic/)).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Everything' }));
    expect(await screen.findByText(/small numbers can tell of single persons/)).toBeTruthy();
    expect(search()).toContain('disclosure=none');
  });

  it('hides what it showed of made-up people as soon as others join them', async () => {
    const asked = serve();
    openPage();
    await screen.findByText(/Its people are synthetic/);
    const stream = await waitFor(() => HeldEventSource.opened[0] ?? Promise.reject(new Error('nothing is listened to yet')));
    const before = asked.length;
    act(() => stream.say('appended', event(91, '2026-10-25T16:00:00Z', { source: 'urn:partner:mill' })));
    act(() => stream.say('projected', { position: 91 }));
    expect(await screen.findByText(/Counts from 1 to 10/, {}, { timeout: 5_000 })).toBeTruthy();
    expect(screen.queryByText(/synthetic/)).toBeNull();
    const since = asked.slice(before).filter((path) => path.includes('/v1/conversion'));
    expect(since.length > 0 && since.every((path) => path.includes('disclosure=public'))).toBe(true);
  });

  it('asks again at the V and K of the sliders, and keeps them in the address', async () => {
    const asked = serve();
    const { search } = openPage('/?known-at=40');
    const slider = await screen.findByRole('slider', { name: 'True on' });
    expect(slider.getAttribute('aria-valuetext')).toBe('26 October 2026');
    fireEvent.change(slider, { target: { value: '0' } });
    await waitFor(() => expect(search()).toContain('valid-at=2026-01-12'));
    await waitFor(() =>
      expect(asked.some((path) => path.includes('conversion') && path.includes('2026-01-12') && path.includes('known-at=40'))).toBe(true),
    );
  });

  it('stays at the newest event where the address names one that is not there yet', async () => {
    const asked = serve();
    openPage('/?known-at=99999');
    expect(await screen.findByText('event 90 of 90')).toBeTruthy();
    await screen.findByText('38.0 %', { selector: '.headline-number' });
    expect(asked.some((path) => path.includes('known-at=99999'))).toBe(false);
  });

  it('tells beside the story of a late sheet what was known before and after it', async () => {
    const asked = serve({
      ...network,
      '/v1/conversion': (query) =>
        query.get('horizon') === '3d'
          ? { ...booked({}), ...(query.get('known-at') === '1281' ? share(2, 100) : share(3, 125)) }
          : network['/v1/conversion']?.(query),
    });
    openPage('/?valid-at=2026-04-01T12:00:00Z');
    const story = await screen.findByRole('complementary', { name: 'See a late sheet change the past' });
    expect(await within(story).findByText('2.0 %')).toBeTruthy();
    expect(await within(story).findByText('2.4 %')).toBeTruthy();
    expect(story.textContent).toContain('2.0 % (0.0 – 7.0 %), 2 of 100');
    const told = asked.filter((path) => path.includes('horizon=3d'));
    expect(told).toHaveLength(2);
    expect(told.every((path) => path.includes('valid-at=2026-03-09T12:00:00Z'))).toBe(true);
  });

  it('shows what the server refuses, and tries again when told to', async () => {
    let isWell = false;
    serve({
      ...network,
      '/v1/conversion': (query) => (isWell ? network['/v1/conversion']?.(query) : problem(422, 'odd', 'no such comparison')),
    });
    openPage();
    const failed = await within(await figure('Booked within 30 days of an evening')).findByRole('alert');
    expect(failed.textContent).toContain('no such comparison');
    isWell = true;
    await userEvent.click(within(failed).getByRole('button', { name: 'Try again' }));
    expect(await within(await figure('Booked within 30 days of an evening')).findByText('42.7 %')).toBeTruthy();
  });

  it('says so when no server is there', async () => {
    serve({});
    openPage();
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached');
  });

  it('explains what is hidden', async () => {
    serve({ ...network, '/v1/conversion': () => ({ ...booked({ introduced: hidden }, { suppressed: true }), ...hidden }) });
    openPage('/?disclosure=public');
    const region = await figure('Booked within 30 days of an evening');
    const [why] = await within(region).findAllByRole('button', { name: 'Why is this hidden?' });
    if (why) await userEvent.click(why);
    expect((await screen.findByRole('dialog')).textContent).toContain('Counts from 1 to 10');
  });

  it('names a community that is not known, so that it can be left', async () => {
    const asked = serve({
      ...network,
      '/v1/conversion': (query) =>
        query.has('community') ? problem(404, 'unknown_community', 'no community "nowhere"') : network['/v1/conversion']?.(query),
    });
    const { search } = openPage('/?community=nowhere');
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Community' });
    expect(choice.selectedOptions[0]?.textContent).toBe('nowhere (unknown)');
    await userEvent.selectOptions(choice, 'All communities');
    expect(await screen.findByText('38.0 %', { selector: '.headline-number' })).toBeTruthy();
    expect(search()).toBe('');
    expect(asked.some((path) => path.includes('/v1/conversion') && path.includes('community=nowhere'))).toBe(true);
    expect(screen.queryByRole('option', { name: 'nowhere (unknown)' })).toBeNull();
  });

  it('waits for a first event', async () => {
    serve({
      ...network,
      '/v1/status': () => ({ checkpoint: 0, span: null, sources: { count: 0, madeUp: [], others: [] } }),
      '/v1/events': () => ({ K: 0, rows: [] }),
    });
    openPage();
    expect(await screen.findByRole('heading', { name: 'Nothing is recorded yet' })).toBeTruthy();
  });

  it('gives the exact question to copy, at the K that was shown', async () => {
    serve();
    openPage();
    const region = await figure('How people felt a week after');
    await userEvent.click(within(region).getByRole('button', { name: 'The exact question' }));
    expect(region.textContent).toContain(
      'kithline outcome-change --instrument PHQ-9 --valid-at 2026-10-26T12:00:00Z --known-at 90 --disclosure none',
    );
  });
});

describe('An unknown address', () => {
  it('leads home', async () => {
    serve();
    openPage('/nowhere');
    expect(await screen.findByRole('link', { name: 'To the network’s figures' })).toBeTruthy();
  });
});
