/** What was exported cannot be restored as it is; the log is as it was before. `position` is that of the first row that does not fit, 0 for none. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused';
  readonly position: number;
  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}
