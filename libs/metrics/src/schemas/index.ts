import { answerSchema, curvesCompared, owner, ownerNames, rowFigures, sharesCompared } from './figures.ts';
import { all, count, exactly, flag, id, listOf, moment, number, orNull, proportion, text, type Schema } from './schema.ts';

const counts = ['at_risk', 'events', 'competing', 'censored'];
const persons = listOf(id);
const survivalFigures = {
  ...all(count, 'n_competing', 'n_inverted', 'n_no_start', 'n_not_at_risk'),
  ...all(count, 'median', 'median_midpoint', 'median_lower', 'median_upper', 'q25', 'q75', 'rmst', 'rmst_se'),
};
const kaplanMeier = { time: count, ...all(count, ...counts), survival: proportion, se: count, ...all(proportion, 'lower', 'upper') };
const aalenJohansen = {
  time: count,
  ...all(count, ...counts),
  ...all(proportion, 'cif_session', 'cif_closed', 'event_free', 'lower', 'upper'),
};
const changes = {
  median: number,
  ...all(proportion, 'improved', 'mcid', 'deteriorated'),
  baseline_nonresponders: number,
  ...all(proportion, 'improved_missing_unchanged', 'improved_missing_worse'),
};

const curveRow = (step: Parameters<typeof exactly>[0]): Schema => exactly({ ...owner, ...step }, ownerNames);
const figureRow = (more: Parameters<typeof exactly>[0] = {}): Schema =>
  exactly({ ...owner, ...rowFigures, ...more, suppressed: flag }, ['masked', 'cohort']);

/** The answers of questions about shares of whom, and how long. */
export const schemas: Readonly<Record<string, Schema>> = {
  retention: answerSchema({
    question: 'retention',
    description: 'Retention by period, or of those not lapsed as a curve (METRICS C1 to C3).',
    figures: { ...survivalFigures, n_unknown_start: count, period: count, persons },
    labels: { horizon: number },
    optional: [...Object.keys(survivalFigures), 'n_unknown_start', 'period', 'persons', 'horizon'],
    comparison: { anyOf: [sharesCompared, curvesCompared] },
    rows: {
      anyOf: [
        exactly({ ...owner, period: count, ...rowFigures, n_immature: count, suppressed: flag, persons }, ['group', 'masked', 'persons']),
        curveRow(kaplanMeier),
      ],
    },
  }),
  're-engagement': answerSchema({
    question: 're-engagement',
    description: 'The share engaged again (METRICS C4).',
    figures: { n_unknown_start: count },
    comparison: sharesCompared,
    rows: figureRow(),
  }),
  latency: answerSchema({
    question: 'latency',
    description: 'Time from referral to session, in days (METRICS C5).',
    figures: survivalFigures,
    labels: { horizon: number },
    comparison: curvesCompared,
    rows: { anyOf: [curveRow(kaplanMeier), curveRow(aalenJohansen)] },
  }),
  're-referral': answerSchema({
    question: 're-referral',
    description: 'The share referred, or referring, again (METRICS C6).',
    figures: { ...all(count, 'n_open', 'n_excluded'), shrunk: proportion },
    labels: { reading: { enum: ['return', 'referrer', 'client', 'share', 'onward'] } },
    comparison: sharesCompared,
    rows: figureRow({ shrunk: proportion }),
  }),
  conversion: answerSchema({
    question: 'conversion',
    description: 'The share of attendees booked, or seen, after an engagement (METRICS C9).',
    figures: { n_in_care: count },
    comparison: sharesCompared,
    rows: figureRow(),
  }),
  'outcome-change': answerSchema({
    question: 'outcome-change',
    description: 'Change of a measured outcome after an engagement (METRICS C10).',
    figures: changes,
    labels: { instrument: text },
    comparison: sharesCompared,
    rows: figureRow(changes),
  }),
  chain: answerSchema({
    question: 'chain',
    description: 'The introducers of a person, from the root (METRICS C20).',
    labels: { person: id, hops: count, cycle: flag, cut: flag },
    rows: exactly({ person: id, hops: count, introduction: id, at: moment, masked: flag }),
  }),
  introduced: answerSchema({
    question: 'introduced',
    description: 'Whom a person brought (METRICS C20).',
    labels: { person: id, size: count, depth: count },
    rows: {
      anyOf: [
        exactly({ person: id, introducer: id, depth: count, at: moment, masked: flag }),
        exactly({ person: id, size: count, depth: count, suppressed: flag, masked: flag }),
      ],
    },
  }),
  paths: answerSchema({
    question: 'paths',
    description: 'Paths from one person to another, or the distance of all within reach (METRICS C20).',
    labels: { found: flag, complete: flag },
    rows: {
      anyOf: [
        exactly({ nodes: listOf(id), hops: count, edges: listOf(listOf(exactly({ id, kind: orNull(text), at: moment }))) }),
        exactly({ person: id, hops: count, masked: flag }),
      ],
    },
  }),
  events: answerSchema({
    question: 'events',
    description: 'What was recorded.',
    labels: { head: count },
    rows: exactly(
      {
        ...all({ type: 'number' }, 'position', 'revision'),
        ...all(id, 'id', 'source', 'client_id', 'stream', 'type', 'subject', 'community', 'actor', 'hash'),
        ...all(moment, 'time', 'recordedAt'),
        data: { type: ['object', 'null'] },
        masked: flag,
      },
      ['masked'],
    ),
  }),
};
