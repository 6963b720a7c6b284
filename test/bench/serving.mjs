/** The rows of the api: what api.mjs measured, as the page wants it. */
import { child } from './measuring/run.mjs';

const count = (value) => Math.round(value).toLocaleString('en');
const perSecond = (value) => `${count(value)} requests/s`;
const ms = (value) => `${value.toFixed(0)} ms`;

/** Chain, path, latency and appends over HTTP, and what ten minutes of all of it leave in memory. */
export function serving() {
  const { perSecond: rate, half, memory, apiPeak: peak } = child('api.mjs');
  const yardsticks = {
    bare: `a bare Nest route: ${perSecond(rate.bare)}`,
    log: `32 clients of the log: ${count(rate.log)} appends/s`,
    commands: `32 clients that give commands to the log: ${count(rate.commands)}/s`,
  };
  const against = (name, yardstick, wanted = {}, what = name) => ({
    what: `${what} over HTTP`,
    ours: perSecond(rate[name]),
    yardstick: yardsticks[yardstick],
    ratio: rate[name] / rate[yardstick],
    wanted,
    peak,
  });
  const slow = Object.entries(half).map(([name, { p99 }]) => ({
    what: `${name} over HTTP at half that load, p99`,
    ours: ms(p99),
    yardstick: '',
    ratio: p99,
    wanted: { most: 50 },
    peak,
  }));
  const third = Math.ceil(memory.length / 3);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [early, late] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(2 * third))];
  return [
    against('chain', 'bare', { least: 0.5 }),
    against('path', 'bare', { least: 0.5 }),
    against('latency', 'bare', {}, 'latency of 10,000 people'),
    against('chainAnew', 'bare', {}, 'chain never asked before'),
    against('pathAnew', 'bare', {}, 'path never asked before'),
    against('latencyAnew', 'bare', {}, 'latency never asked before'),
    against('append', 'log', { least: 0.5 }),
    against('append', 'commands'),
    ...slow,
    {
      what: 'memory of the api, the last third of ten minutes',
      ours: `${count(late / 1e6)} MB`,
      yardstick: `the third before: ${count(early / 1e6)} MB`,
      ratio: late / early,
      wanted: { most: 1.1 },
      peak,
    },
  ];
}
