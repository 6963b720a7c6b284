/** What a change must come to, instrument by instrument, to mean something. */
export type Threshold = Readonly<{
  /** RC: a change of this many points or more is more than measurement error. */
  reliableChange: number;
  /** MCID: the share of the score before by which it must fall to be noticed. */
  important: number;
  source: string;
}>;

/** Of both a lower score is better. */
const thresholds: Readonly<Record<string, Threshold>> = {
  phq9: {
    reliableChange: 6,
    important: 0.2,
    source: 'RC: NHS Talking Therapies manual, reliable change of the PHQ-9. MCID: 20 % of baseline (Kounali et al. 2022).',
  },
  gad7: {
    reliableChange: 4,
    important: 0.2,
    source: 'RC: NHS Talking Therapies manual, reliable change of the GAD-7. MCID: 20 % of baseline (Kounali et al. 2022).',
  },
};

/** The thresholds of an instrument, however its name is hyphenated (`PHQ-9`, `phq9`); undefined where there are none. */
export const thresholdOf = (instrument: string): Threshold | undefined => {
  const name = instrument.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(thresholds, name) ? thresholds[name] : undefined;
};
