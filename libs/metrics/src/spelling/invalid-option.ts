/** One thing wrong with a question, as every door reports it (QUESTIONS, errors). */
export class InvalidOption extends Error {
  override name = 'InvalidOption';
  /** The option as it is spelled, without dashes: `known-at`. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** The value of some option is misspelt; says what would be right. Who knows the option's name turns it into an InvalidOption. */
export class Misspelt extends Error {
  override name = 'Misspelt';
}
