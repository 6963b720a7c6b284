/** What a person may consent to (DESIGN, consent). The order is the bit order of purpose masks; add new ones at the end. */
export const purposes = ['attend', 'follow_up', 'share_intake', 'outcome_stats', 'name_in_chain', 'federate', 'research'] as const;
export type Purpose = (typeof purposes)[number];

/** The bit of one purpose: 1 for `attend`, 2 for `follow_up` … */
export const purposeBit = (purpose: Purpose): number => 1 << purposes.indexOf(purpose);

/** The union of the bits of all `list`; all purposes when there is no list. Unknown words count for nothing. */
export const purposeMask = (list?: readonly string[]): number =>
  (list ?? purposes).reduce((mask, word) => mask | ((purposes as readonly string[]).includes(word) ? purposeBit(word as Purpose) : 0), 0);
