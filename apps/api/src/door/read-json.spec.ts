import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { readJson } from './read-json.ts';

describe('A JSON body', () => {
  it('is not waited for without end', async () => {
    const server = fastify();
    readJson(server, 50);
    server.post('/', () => 'never');
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{');
    let answer = '';
    for await (const data of socket) answer += String(data);
    expect(answer).toMatch(/^HTTP\/1.1 408 [^]*"code":"request_timeout"/);
    await server.close();
  });
});
