import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serve, type Served } from '../testing/served.ts';

/** Sends bytes over a bare socket and gives back all that comes. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

describe('The door', () => {
  let api: Served;
  beforeAll(async () => {
    api = await serve();
  });
  afterAll(() => api.close());

  const join = '/v1/members/p-ben/join';
  const large = JSON.stringify({ communityId: 'x'.repeat(300_000) });

  it.each([
    ['a path that is not there', '/v1/nothing', {}, 404, 'no_such_path'],
    ['a method that a path does not take', join, { method: 'DELETE' }, 405, 'method_not_allowed'],
    ['a method that no path takes', join, { method: 'QUERY' }, 405, 'method_not_allowed'],
    [
      'a body that is too large',
      join,
      { method: 'POST', body: large, headers: { 'content-type': 'application/json' } },
      413,
      'body_too_large',
    ],
    [
      'a body of another type',
      join,
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/csv' } },
      415,
      'unsupported_media_type',
    ],
    [
      'a body that is packed',
      join,
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } },
      415,
      'unsupported_media_type',
    ],
    ['plain text', join, { method: 'POST', body: '{}' }, 415, 'unsupported_media_type'],
    ['what is not JSON', join, { method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } }, 400, 'malformed_json'],
    [
      'a prototype',
      join,
      { method: 'POST', body: '{"__proto__":{}}', headers: { 'content-type': 'application/json' } },
      400,
      'malformed_json',
    ],
    ['a list', join, { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } }, 400, 'invalid_command'],
    ['a path that is encoded wrongly', '/v1/members/%zz/join', { method: 'POST' }, 400, 'invalid_path'],
    ['an id that is too long', `/v1/members/${'x'.repeat(2000)}/join`, { method: 'POST' }, 400, 'invalid_path'],
    ['a page of another origin', join, { method: 'POST', headers: { origin: 'http://evil.example' } }, 403, 'origin_not_allowed'],
  ])('answers %s with problem+json', async (...[, path, init, status, code]) => {
    const answer = await api.fetch(path, init);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      status,
      code,
      title: expect.any(String),
      detail: expect.any(String),
      errors: expect.any(Array),
    });
    expect(answer.status).toBe(status);
  });

  it('says what a path takes', async () => {
    const answer = await api.fetch(join, { method: 'DELETE' });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('answers to names of this machine only', async () => {
    const ask = (host: string) => raw(api.url, `GET /health/live HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(await ask('evil.example')).toMatch(/^HTTP\/1.1 421 [^]*"code":"host_not_allowed"/);
    expect(await ask('127.0.0.1.evil.example')).toMatch(/^HTTP\/1.1 421 /);
    expect(await ask('localhost:1234')).toMatch(/^HTTP\/1.1 200 /);
  });

  it('answers pages of its own', async () => {
    const answer = await api.fetch('/health/live', { headers: { origin: api.url } });
    expect(answer.status).toBe(200);
  });

  it('refuses headers without end, and what is no HTTP', async () => {
    const endless = `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`;
    expect(await raw(api.url, endless)).toMatch(/^HTTP\/1.1 431 [^]*"code":"headers_too_large"/);
    expect(await raw(api.url, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [^]*"code":"invalid_http"/);
  });

  it('lets no browser run, frame or keep what is not of this server', async () => {
    const { headers } = await api.fetch('/health/live');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('gives the correlation id back, or one of its own', async () => {
    const own = await api.fetch('/health/live');
    expect(own.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    const given = await api.fetch('/v1/nothing', { headers: { 'x-correlation-id': 'walk-9' } });
    expect(given.headers.get('x-correlation-id')).toBe('walk-9');
  });
});
