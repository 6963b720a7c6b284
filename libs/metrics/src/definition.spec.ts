import { canonicalJson, definitionHash } from './definition.ts';

describe('Canonical JSON', () => {
  it('sorts names by UTF-16 code units and writes numbers as ECMAScript does (RFC 8785, 3.2)', () =>
    expect(
      canonicalJson({
        '\u20ac': 'Euro',
        '\r': 'CR',
        '1': 'One',
        '\ud83d\ude00': 'Smiley',
        '\u00f6': 'o',
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
      }),
    ).toBe(
      '{"\\r":"CR","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"\u00f6":"o","\u20ac":"Euro","\ud83d\ude00":"Smiley"}',
    ));

  it('leaves out names without a value', () => expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}'));
});

describe('A definition', () => {
  const bounded = { metric: 'retention', version: 1, parameters: { variant: 'bounded', period: 'week' } };

  it('has one hash, whatever the order of its parameters', () => {
    expect(definitionHash(bounded)).toMatch(/^[0-9a-f]{64}$/);
    expect(definitionHash({ ...bounded, parameters: { period: 'week', variant: 'bounded' } })).toBe(definitionHash(bounded));
  });

  it('has another one with another parameter, or a raised version', () => {
    expect(definitionHash({ ...bounded, parameters: { variant: 'bounded', period: 'month' } })).not.toBe(definitionHash(bounded));
    expect(definitionHash({ ...bounded, version: 2 })).not.toBe(definitionHash(bounded));
  });
});
