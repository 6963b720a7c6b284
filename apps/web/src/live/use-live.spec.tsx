import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { HeldEventSource } from '../testing/event-source.ts';
import { openPage } from '../testing/page.tsx';
import { network, problem, serve, status } from '../testing/served.ts';

describe('A page that listens to its server', () => {
  it('follows what is appended', async () => {
    const asked = serve();
    openPage();
    await screen.findByText('38.0 %', { selector: '.headline-number' });
    const before = asked.length;
    act(() => HeldEventSource.opened[0]?.say('projected', { position: 91 }));
    expect(await screen.findByText('event 91 of 91')).toBeTruthy();
    await waitFor(() => expect(asked.slice(before).some((path) => path.includes('/v1/conversion'))).toBe(true));
  });

  it('says when it no longer hears of the server, and keeps what it has', async () => {
    serve();
    openPage();
    await screen.findByText('38.0 %', { selector: '.headline-number' });
    act(() => void HeldEventSource.opened[0]?.dispatchEvent(new Event('error')));
    expect(await screen.findByText('The server cannot be reached.')).toBeTruthy();
    expect(screen.getByText('38.0 %', { selector: '.headline-number' })).toBeTruthy();
  });

  it('begins anew where the server that comes back has another, shorter log', async () => {
    serve();
    openPage();
    await screen.findByText('38.0 %', { selector: '.headline-number' });
    const asked = serve({ ...network, '/v1/status': () => ({ ...status(), checkpoint: 40 }) });
    const [stream] = HeldEventSource.opened;
    act(() => (stream?.close(), void stream?.dispatchEvent(new Event('error'))));
    expect(await screen.findByText('event 40 of 40')).toBeTruthy();
    await waitFor(() => expect(asked.some((path) => path.includes('/v1/latency'))).toBe(true));
    expect(HeldEventSource.opened.at(-1)?.url).toContain('after=40');
  });

  it('asks again what it was not answered while there was no server, once it hears of the server, and not what was refused', async () => {
    const refusing = { '/v1/latency': () => problem(422, 'odd', 'no such group') };
    serve({ ...network, ...refusing });
    openPage();
    await screen.findByText('38.0 %', { selector: '.headline-number' });
    serve({ ...refusing, '/v1/re-referral': () => problem(502, 'unknown', 'Bad Gateway') });
    fireEvent.change(await screen.findByRole('slider', { name: 'True on' }), { target: { value: '0' } });
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(5));
    const asked = serve({ ...network, ...refusing });
    act(() => void HeldEventSource.opened[0]?.dispatchEvent(new Event('open')));
    expect(await screen.findByText('38.0 %', { selector: '.headline-number' })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
    expect(asked.filter((path) => path.includes('/v1/latency'))).toEqual([]);
    expect(asked.filter((path) => path.includes('/v1/re-referral'))).toHaveLength(5);
  });
});
