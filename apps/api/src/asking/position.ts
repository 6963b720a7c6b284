/** The header in which an answer says at which position of the log it was computed. */
export const POSITION_HEADER = 'kithline-position';
