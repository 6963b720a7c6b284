import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { readJson } from './read-json.ts';

describe('A JSON body', () => {
  it.each(['application/json', 'Application/JSON; charset=utf-8', 'application/cloudevents+json'])(
    'is not waited for without end: %s',
    async (type) => {
      const server = fastify();
      server.addContentTypeParser('application/cloudevents+json', { parseAs: 'string' }, (_, text, done) => done(null, text));
      readJson(server, 50);
      server.post('/', () => 'never');
      await server.listen({ port: 0, host: '127.0.0.1' });
      const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
      socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 10\r\n\r\n{`);
      let answer = '';
      for await (const data of socket) answer += String(data);
      expect(answer).toMatch(/^HTTP\/1.1 408 [^]*"code":"request_timeout"/);
      await server.close();
    },
  );

  it('that comes in two parts in time is answered when its handler is done, however long that takes', async () => {
    const server = fastify();
    readJson(server, 60);
    server.post('/', async ({ body }) => {
      await wait(120);
      return body;
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a"',
    );
    await wait(30);
    socket.write(':1}');
    let answer = '';
    for await (const data of socket) answer += String(data);
    expect(answer).toMatch(/^HTTP\/1.1 200 [^]*\{"a":1\}$/);
    await server.close();
  });

  it.each([
    ['was refused', 'Content-Length: 10000000\r\n\r\n{', /^HTTP\/1.1 413 /],
    ['is too late', 'Content-Length: 10\r\n\r\n{', /^HTTP\/1.1 408 /],
  ])('that %s is answered once', async (_, rest, status) => {
    const lines: string[] = [];
    const server = fastify({ logger: { level: 'warn', stream: { write: (line: string) => lines.push(line) } } });
    readJson(server, 20);
    server.post('/', () => 'never');
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${rest}`);
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    await wait(100);
    socket.destroy();
    expect(answer).toMatch(status);
    expect(answer.match(/HTTP\/1.1/g)).toHaveLength(1);
    expect(lines).toEqual([]);
    await server.close();
  });
});
