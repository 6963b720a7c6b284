import { commandLine, curl, pathOf, question } from './question.ts';

const latency = question('latency', { by: 'pathway', compare: 'introduced,directory', horizon: '60d' });
const at = { validAt: '2026-10-26T12:00:00Z', disclosure: 'none' } as const;

describe('A question', () => {
  it('is typed at the command line as it was asked', () => {
    expect(commandLine(latency, { ...at, knownAt: 1281, community: 'harbour' })).toBe(
      'kithline latency --by pathway --compare introduced,directory --horizon 60d --community harbour --valid-at 2026-10-26T12:00:00Z --known-at 1281 --disclosure none',
    );
  });

  it('quotes what a shell would take apart', () => {
    expect(commandLine(latency, { ...at, community: "the king's arms" })).toContain(`--community 'the king'\\''s arms'`);
  });

  it('leaves K out when it follows the newest', () => {
    expect(pathOf(latency, at)).toBe(
      '/v1/latency?by=pathway&compare=introduced,directory&horizon=60d&valid-at=2026-10-26T12:00:00Z&disclosure=none',
    );
  });

  it('is one line for curl, whatever a community is called', () => {
    expect(curl(latency, { ...at, community: "o'neill & co" }, 'http://localhost:3210')).toMatch(/^curl 'http:[^' ]+'$/);
  });
});
