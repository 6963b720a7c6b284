import type { ReferralGraph } from '@kithline/graph';
import { formatInstant } from '@kithline/touchpoints';
import { chain } from './chain.ts';
import { conversion } from './conversion.ts';
import { definitionHash, type Definition } from './definition.ts';
import { disclose } from './disclosure/disclose.ts';
import { policies } from './disclosure/policies.ts';
import type { Draft } from './draft.ts';
import { frameOf, usualSettings, type Frame, type Settings } from './frame.ts';
import { introduced } from './introduced.ts';
import { latency } from './latency.ts';
import { outcomeChange } from './outcome-change.ts';
import { paths } from './paths.ts';
import { reEngagement } from './re-engagement.ts';
import { reReferral } from './re-referral.ts';
import { retention } from './retention.ts';
import type { Asked, Question } from './spelling/questions.ts';
import { survivalRetention } from './survival-retention.ts';
import type { Walk } from './walk.ts';

type Row = Readonly<Record<string, unknown>>;

/** The figures of METRICS C0.10. Undefined and hidden ones are null, which `suppressed` tells apart. */
type Figures = Readonly<{
  value: number | null;
  lower: number | null;
  upper: number | null;
  order_lower: number | null;
  order_upper: number | null;
  n: number | null;
  k: number | null;
  n_mature: number | null;
  n_immature: number | null;
  n_censored: number | null;
  n_noconsent: number | null;
  suppressed: boolean;
}>;

/** What the figures are: of which definition, as of when, as known when, under which policy. */
type Provenance = Readonly<{
  variant: string | null;
  V: string | null;
  K: number;
  definitionHash: string;
  policyVersion: string;
}>;

/** An answer as every door gives it (QUESTIONS, answers); the schemas beside this file say what each question adds. */
export type Answer = Figures &
  Provenance &
  Readonly<{
    question: Question['question'];
    disclosure: string;
    notes: readonly string[];
    groups: readonly Row[];
    comparison: Row | null;
    rows: readonly Row[];
  }> &
  Row;

/** Questions that the graph answers. Events are read from the log. */
export type Answerable = Exclude<Question, Asked<'events'>>;

/** What is known of the answer besides the graph: settings of the bootstrap, and notes such as `events_parked`. */
export type Context = Readonly<{ settings?: Settings; notes?: readonly string[] }>;

/**
 * Answers a question from the graph at K. V is `--valid-at`, else when the event at K was recorded.
 * @throws Unknown when somebody is named of whom nothing is known at (V, K)
 * @throws InvalidOption when `--compare` names a group that there is not
 */
export async function answer(graph: ReferralGraph, asked: Answerable, context: Context = {}): Promise<Answer> {
  const frame = await frameOf(graph, asked, context.settings ?? usualSettings);
  const found = await find(asked, frame);
  const provenance = provenanceOf(found, asked, graph);
  const { top, groups, comparison, rows, notes } = 'shape' in found ? disclosed(found, asked, provenance) : walked(found, asked);
  return {
    question: asked.question,
    ...(top as Figures),
    ...('labels' in found ? found.labels : {}),
    ...provenance,
    disclosure: asked.disclosure,
    notes: [...new Set([...notes, ...(context.notes ?? [])])],
    groups,
    comparison,
    rows,
  };
}

function find(asked: Answerable, frame: Frame): Promise<Draft | Walk> {
  if (asked.question === 'retention' && asked.variant === 'survival') return survivalRetention(asked, frame);
  const metric = metrics[asked.question] as (asked: Answerable, frame: Frame) => Promise<Draft | Walk>;
  return metric(asked, frame);
}

const metrics: { [Name in Answerable['question']]: (asked: Asked<Name>, frame: Frame) => Promise<Draft | Walk> } = {
  retention,
  're-engagement': reEngagement,
  latency,
  're-referral': reReferral,
  conversion,
  'outcome-change': outcomeChange,
  chain,
  introduced,
  paths,
};

function provenanceOf(
  found: Readonly<{ variant: string | null; definition: Definition }>,
  asked: Answerable,
  graph: ReferralGraph,
): Provenance {
  const validAt = asked['valid-at'] ?? graph.recordedAt;
  return {
    variant: found.variant,
    V: validAt === null ? null : formatInstant(validAt),
    K: graph.position,
    definitionHash: definitionHash(found.definition),
    policyVersion: policies[asked.disclosure].version,
  };
}

/** A group says of what it is like the whole. */
function disclosed(draft: Draft, asked: Answerable, provenance: Provenance) {
  const { groups, notes, ...shown } = disclose(draft, policies[asked.disclosure]);
  return {
    ...shown,
    groups: groups.map((group) => ({ ...group, ...provenance })),
    notes: [...draft.notes, ...(draft.comparing?.notes ?? []), ...notes],
  };
}

const noFigures: Figures = {
  value: null,
  lower: null,
  upper: null,
  order_lower: null,
  order_upper: null,
  n: null,
  k: null,
  n_mature: null,
  n_immature: null,
  n_censored: null,
  n_noconsent: null,
  suppressed: false,
};

const walked = ({ top, rows, notes }: Walk, { disclosure }: Answerable) => ({
  top: { ...noFigures, ...top },
  groups: [],
  comparison: null,
  rows,
  notes: [...notes, ...(disclosure === 'none' ? ['not_for_publication'] : [])],
});
