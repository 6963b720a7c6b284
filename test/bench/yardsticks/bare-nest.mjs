/** Yardstick of the api: one Nest route on Fastify that gives an answer as long as that of a chain, and does nothing else. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../../apps/api/package.json', import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
await load('reflect-metadata');
const { Controller, Get, Module } = await load('@nestjs/common');
const { NestFactory } = await load('@nestjs/core');
const { FastifyAdapter } = await load('@nestjs/platform-fastify');

const figures = { value: null, lower: null, upper: null, order_lower: null, order_upper: null, n: null, k: null, n_mature: null };
const rows = Array.from({ length: 4 }, (_, hops) => ({
  person: `person-${hops}`,
  hops,
  introduction: `introduction-${hops}`,
  at: '2026-01-01',
  masked: false,
}));
const answer = {
  question: 'chain',
  ...figures,
  n_immature: null,
  n_censored: null,
  n_noconsent: null,
  suppressed: false,
  hops: 3,
  cycle: false,
  cut: false,
  variant: null,
  V: '2026-01-01T00:00:00Z',
  K: 1,
  definitionHash: '0'.repeat(64),
  policyVersion: 'public-1',
  disclosure: 'public',
  notes: [],
  groups: [],
  comparison: null,
  rows,
};

class Bare {
  answer() {
    return answer;
  }
}
Controller()(Bare);
Get()(Bare.prototype, 'answer', Object.getOwnPropertyDescriptor(Bare.prototype, 'answer'));
class BareModule {}
Module({ controllers: [Bare] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
process.once('SIGTERM', () => app.close());
