import { purposeMask } from '@kithline/touchpoints';
import { type Draft, on, utcDays } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const stats = purposeMask(['outcome_stats']);
const other = purposeMask(['follow_up']);
type More = Readonly<Record<string, unknown>>;
const grant = (day: number, more: More = {}): Draft => fact.granted('ana', on(day), { purposes: stats, ...more });
const withdraw = (day: number, more: More = {}): Draft => ({ ...fact.withdrawn('ana', on(day)), purposes: stats, ...more }) as Draft;
const basis = fact.basis('urn:paper', { purposes: stats });
const revoked: Draft = { type: 'ConsentBasisRevoked', at: 0, basis: 'b-urn:paper' };

/** METRICS C0.6: which events of ana's may be used. She is referred on each of the days 0 to 9. */
export function obeysConsent(stage: Stage): void {
  const referred = Array.from({ length: 10 }, (_, day) => fact.made(`r${day}`, 'ana', on(day), { practitioner: `${day}` }));
  /** The days, of 0 to 9, whose referral is a unit. */
  const usableAt = async (validAt: number, ...facts: readonly Draft[]) => {
    const graph = await stage([...referred, ...facts]);
    const scope = { validAt, purposes: ['outcome_stats'], by: 'practitioner' } as const;
    const { groups, group } = await graph.latencies({ ...scope, from: 'made', session: 1, clock: 'continue', days: utcDays });
    return [...group]
      .map((i) => groups[i]!.group)
      .sort()
      .join('');
  };
  const usable = (...facts: readonly Draft[]) => usableAt(on(50), ...facts);

  it('uses nothing without a grant or a basis', async () => expect(await usable()).toBe(''));

  it('uses what was granted by V, and nothing for another purpose', async () => {
    expect(await usable(grant(4))).toBe('456789');
    expect(await usableAt(on(6), grant(4))).toBe('456');
    expect(await usableAt(on(3), grant(4))).toBe('');
    expect(await usable(grant(4, { purposes: other }))).toBe('');
  });

  it('uses what lies between grant and withdrawal or expiry, both instants included', async () => {
    expect(await usable(grant(2), withdraw(6))).toBe('23456');
    expect(await usable(grant(2), withdraw(6, { type: 'ConsentExpired' }))).toBe('23456');
    expect(await usable(grant(1), withdraw(3), grant(6))).toBe('1236789');
    expect(await usable(grant(1), withdraw(5, { purposes: purposeMask() }))).toBe('12345');
    expect(await usable(grant(1), withdraw(5, { purposes: other }))).toBe('123456789');
  });

  it('uses the person’s own earlier events when the grant says since when', async () =>
    expect(await usable(grant(5, { since: on(2) }))).toBe('23456789'));

  it('uses what a basis covers where the person never said anything', async () => {
    expect(await usable(basis)).toBe('0123456789');
    expect(await usable(fact.basis('urn:elsewhere', { purposes: stats }))).toBe('');
    expect(await usable(fact.basis('urn:paper', { purposes: other }))).toBe('');
    expect(await usable(basis, revoked)).toBe('');
    expect(await usableAt(on(3), basis, grant(4, { purposes: other }))).toBe('0123');
  });

  it('ranks the person’s own withdrawal above the basis, until their own grant', async () =>
    expect(await usable(basis, withdraw(4), grant(7))).toBe('01234789'));

  it('uses nothing that was recorded before an erasure, and by a later grant only later events', async () => {
    expect(await usable(basis, grant(1), withdraw(4, { erase: true }), grant(6))).toBe('');
    const later = fact.made('r10', 'ana', on(12), { practitioner: 'later' });
    expect(await usable(basis, withdraw(4, { erase: true }), grant(6), later)).toBe('later');
  });

  it('uses only events of the community that the grant names', async () => {
    expect(await usable(grant(1, { community: 'south' }))).toBe('');
    expect(await usable(grant(1, { community: 'north' }))).toBe('123456789');
  });

  it('is the same for every id of a merged person', async () => {
    const asAnna = { ...grant(4), person: 'anna' } as Draft;
    expect(await usable(asAnna)).toBe('');
    expect(await usable(asAnna, fact.merged('ana', 'anna', on(90)))).toBe('456789');
    expect(await usable(asAnna, fact.merged('ana', 'anna', on(90)), fact.parted('ana', 'anna', on(91)))).toBe('');
  });

  it('does not depend on the order of arrival', async () => expect(await usable(grant(6), withdraw(3), grant(1))).toBe('1236789'));
}
