/** What is wrong with the settings: one line for each mistake, all of them at once. */
export class BadSettings extends Error {
  override name = 'BadSettings';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
