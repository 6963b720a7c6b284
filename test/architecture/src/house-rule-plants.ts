import type { Plant } from './lint.ts';

const lines = (count: number): string => '// a line\n'.repeat(count - 1) + 'export {};\n';
const branches = (count: number): string => `export const f = (n: number) => ${'n > 1 && '.repeat(count - 1)}n;`;
const syntax = 'no-restricted-syntax';
const source = 'libs/metrics/src/planted.ts';
const spec = 'libs/metrics/src/planted.spec.ts';

const plant = (rule: string, file: string, text: string): Plant => ({ rule, file, source: text });
const typed = (rule: string, file: string, text: string): Plant => ({ rule, file, source: text, typed: true });

/** One violation of each house rule (DESIGN.md). */
export const broken: readonly Plant[] = [
  plant('max-lines', source, lines(201)),
  plant('max-lines', 'infra/scripts/planted.mjs', lines(201)),
  plant('complexity', source, branches(9)),
  plant('max-params', source, 'export const f = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e;'),
  ...['utils', 'common', 'shared', 'core', 'base', 'helpers', 'misc'].map((name) =>
    plant(syntax, `libs/log/src/${name}/planted.ts`, 'export {};'),
  ),

  plant(syntax, 'libs/touchpoints/src/event-types.ts', "export const types = ['ReferralMadeEvent'] as const;"),
  plant(syntax, 'libs/touchpoints/src/event-types.ts', "export const types = ['MakeReferral'] as const;"),
  plant(syntax, 'libs/touchpoints/src/event-types.ts', "export const types = ['Referral'] as const;"),
  plant(syntax, 'libs/touchpoints/src/referral/commands.ts', "export type C = Command<'ReferralMade', 'ReferralMade'>;"),
  plant(syntax, 'libs/touchpoints/src/referral/commands.ts', "export type C = { type: 'ReferralMade' };"),
  plant(syntax, 'libs/touchpoints/src/referral/commands.ts', "export type C = { type: 'MakeReferral' | 'ReferralAcceptance' };"),

  plant('no-restricted-properties', source, 'export const t = Date.now();'),
  plant('no-restricted-properties', source, 'export const x = Math.random();'),
  plant('no-restricted-properties', source, 'export const id = crypto.randomUUID();'),
  plant(syntax, source, 'export const t = new Date();'),
  plant(syntax, source, 'export const t = Date();'),
  plant(syntax, 'libs/touchpoints/src/planted.ts', "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();"),
  plant('no-console', source, "console.log('x');"),

  plant('no-restricted-properties', spec, "describe.only('Retention', () => {});"),
  plant('no-restricted-properties', spec, "it.only.each([1])('counts %s', () => {});"),
  plant('no-restricted-globals', spec, "fit('counts', () => {});"),
  plant(syntax, spec, "it.skip('counts', () => {});"),
  plant(syntax, spec, "describe.skip('Retention', () => {});"),
  plant(syntax, spec, "it.skip('counts (skipped: )', () => {});"),
  plant(syntax, spec, "const maybe = it.skip;\nmaybe('counts', () => {});"),
  plant(syntax, spec, "xit('counts', () => {});"),
  plant(syntax, spec, "it.todo('counts');"),
  plant(syntax, spec, "it('should count', () => {});"),
  plant(syntax, spec, "it('Counts everybody', () => {});"),
  plant(syntax, spec, "it.each([1])('Counts %s', () => {});"),
  plant(syntax, spec, 'it.each`a\n${1}`(`should count $a`, () => {});'),
  plant(syntax, spec, "it('counts.', () => {});"),
  plant(syntax, spec, "test('counts', () => {});"),
  plant(syntax, spec, "describe('the retention', () => {});"),
  plant('no-restricted-globals', source, "export const behaves = () => it('counts', () => {});"),

  plant('eqeqeq', source, 'export const f = (a: number, b: number) => a == b;'),
  plant('kithline/reason-to-disable', source, '// eslint-disable-next-line eqeqeq\nexport const f = (a: number) => a == 1;'),
  plant('@typescript-eslint/ban-ts-comment', source, '// @ts-ignore\nexport const f = 1;'),
  plant('@typescript-eslint/no-explicit-any', source, 'export type T = any;'),
  plant('@typescript-eslint/consistent-type-imports', source, "import { Id } from './id.ts';\nexport type T = Id;"),
  plant(syntax, source, "export enum E { A = 'a' }"),
  plant(syntax, source, 'export class C { constructor(readonly a: number) {} }'),
  plant('no-warning-comments', source, '// TODO: later\nexport {};'),
  typed('@typescript-eslint/no-floating-promises', 'libs/metrics/src/index.ts', 'void 0;\nPromise.resolve(1);'),
  typed('@typescript-eslint/no-unsafe-return', 'libs/metrics/src/index.ts', "export const f = (): number => JSON.parse('1');"),
];

/** The nearest thing to each violation that is none. */
export const kept: readonly Plant[] = [
  plant('', source, lines(200)),
  plant('', 'libs/touchpoints/src/generated/planted.ts', lines(201)),
  plant('', source, branches(8)),
  plant('', source, 'export const f = (a?: number | null) => a == null;'),
  plant('', source, 'export const f = (a: number, b: number, c: number, d: number) => a + b + c + d;'),
  plant('', 'libs/log/src/sqlite/planted.ts', 'export {};'),
  plant(
    '',
    'libs/touchpoints/src/event-types.ts',
    "export const types = ['ReferralMade', 'CheckedIn', 'MemberLeft', 'EventAnnulled'] as const;",
  ),
  plant('', 'libs/touchpoints/src/referral/commands.ts', "export type C = Command<'MakeReferral', 'ReferralMade'>;"),
  plant('', 'libs/touchpoints/src/referral/commands.ts', "export type C = { type: 'MakeReferral' | 'PutReferralOnHold' };"),
  plant('', source, 'export const t = (ms: number) => new Date(ms);'),
  plant('', 'libs/log/src/in-memory/planted.ts', 'export const t = Date.now();'),
  plant('', 'apps/cli/src/planted.ts', 'export const t = Date.now();'),
  plant('', spec, "describe('Retention', () => { it('counts everybody', () => {}); });"),
  plant('', spec, "describe('parseInstant', () => { it('is NaN for a date', () => {}); });"),
  plant('', spec, "it.skip('counts (skipped: no reference data beside the clone)', () => {});"),
  plant('', spec, 'describe.skip(`Retention (skipped: ${1})`, () => {});'),
  plant('', 'libs/log/src/event-log.contract.ts', "export const behaves = () => it('counts', () => {});"),
  plant(
    '',
    source,
    '// eslint-disable-next-line eqeqeq -- null and undefined are the same here\nexport const f = (a?: number | null) => a == 1;',
  ),
];
