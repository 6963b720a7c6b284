import { StreamNames } from './stream-names.ts';

describe('The name of a stream on the server', () => {
  const names = new StreamNames('kithline');

  it('has the tenant, the kind without a dash, and the id as it is', () => {
    expect(names.of('referral/r-17')).toBe('kithline.referral-r-17');
    expect(names.of('consent-basis/b-1-2')).toBe('kithline.consentbasis-b-1-2');
    expect(names.of('member/日本 x')).toBe('kithline.member-日本 x');
  });

  it('belongs to one tenant', () => {
    expect(names.has('kithline.member-p')).toBe(true);
    expect(names.has('kithline2.member-p')).toBe(false);
    expect(names.has('$stats')).toBe(false);
  });

  it.each(['', 'a-b', 'a.b', '$a', '_a', 'Ä', 'A', 'a'.repeat(33)])('cannot begin with the tenant "%s"', (tenant) => {
    expect(() => new StreamNames(tenant)).toThrow(/cannot be a tenant/);
  });
});
