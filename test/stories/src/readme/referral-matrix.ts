import { parties, referralMatrix } from '@kithline/touchpoints';

const begin = '<!-- referral matrix -->';
const end = '<!-- end -->';

/** `ReferralPutOnHold` → `put on hold` */
const status = (type: string): string =>
  type
    .replace('Referral', '')
    .replaceAll(/(?<=[a-z])[A-Z]|^[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

/** The table of who may set which status, from the one that the deciders use, laid out as the formatter does. */
function table(): string {
  const rows = Object.entries(referralMatrix).map(([type, { from, by }]) => [
    status(type),
    from.join(', '),
    ...parties.map((party) => (by.includes(party) ? 'yes' : '')),
  ]);
  const all = [['it is …', 'from', ...parties], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(3, ...all.map((row) => row[column]!.length)));
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(' | ')} |`;
  return [
    line(all[0]!, ' '),
    line(
      widths.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row, ' ')),
  ].join('\n');
}

/** The page with the table as it is. */
export function withReferralMatrix(page: string): string {
  const [before = '', rest] = page.split(begin);
  if (rest === undefined) throw new Error(`The README has no place for the table: ${begin}`);
  return `${before}${begin}\n\n${table()}\n\n${rest.slice(rest.indexOf(end))}`;
}
