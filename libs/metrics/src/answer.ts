import type { ReferralGraph } from '@kithline/graph';
import { formatInstant } from '@kithline/touchpoints';
import { chain } from './chain.ts';
import { conversion } from './conversion.ts';
import { definitionHash, type Definition } from './definition.ts';
import { disclose } from './disclosure/disclose.ts';
import { policies } from './disclosure/policies.ts';
import type { Draft } from './draft.ts';
import { frameOf, groundOf, requireCommunities, usualSettings, type Frame, type Ground, type Settings } from './frame.ts';
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
  const ground = groundOf(graph, asked, context.settings ?? usualSettings);
  if (ground.communities) await requireCommunities(ground);
  const found = isWalk(asked) ? await walk(asked, ground) : await figures(asked, await frameOf(ground));
  const provenance = provenanceOf(found, asked, graph);
  const { top, groups, comparison, rows, notes } =
    'shape' in found ? disclosed(found, asked, provenance) : walked(found, asked as AskedWalk);
  // assigned to one object: to spread five into a new one costs more than a walk
  return Object.assign(top, provenance, {
    disclosure: asked.disclosure,
    notes: [...new Set([...notes, ...(context.notes ?? [])])],
    groups,
    comparison,
    rows,
  });
}

type Walks = 'chain' | 'introduced' | 'paths';
type AskedWalk = { [Name in Walks]: Asked<Name> }[Walks];
type AskedFigures = Exclude<Answerable, AskedWalk>;

const walks: { [Name in Walks]: (asked: Asked<Name>, ground: Ground) => Promise<Walk> } = { chain, introduced, paths };

const isWalk = (asked: Answerable): asked is AskedWalk => Object.hasOwn(walks, asked.question);

function walk(asked: AskedWalk, ground: Ground): Promise<Walk> {
  const find = walks[asked.question] as (asked: AskedWalk, ground: Ground) => Promise<Walk>;
  return find(asked, ground);
}

function figures(asked: AskedFigures, frame: Frame): Promise<Draft> {
  if (asked.question === 'retention' && asked.variant === 'survival') return survivalRetention(asked, frame);
  const find = metrics[asked.question] as (asked: AskedFigures, frame: Frame) => Promise<Draft>;
  return find(asked, frame);
}

const metrics: { [Name in AskedFigures['question']]: (asked: Asked<Name>, frame: Frame) => Promise<Draft> } = {
  retention,
  're-engagement': reEngagement,
  latency,
  're-referral': reReferral,
  conversion,
  'outcome-change': outcomeChange,
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
  const { top, groups, notes, ...shown } = disclose(draft, policies[asked.disclosure]);
  return {
    ...shown,
    top: { question: asked.question, ...(top as Figures), ...draft.labels },
    groups: groups.map((group) => ({ ...group, ...provenance })),
    notes: [...draft.notes, ...(draft.comparing?.notes ?? []), ...notes],
  };
}

const noFigures = (question: Walks): Figures & Readonly<{ question: Walks }> => ({
  question,
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
});

const walked = ({ top, rows, notes }: Walk, { question, disclosure }: AskedWalk) => ({
  top: Object.assign(noFigures(question), top),
  groups: [],
  comparison: null,
  rows,
  notes: [...notes, ...(disclosure === 'none' ? ['not_for_publication'] : [])],
});
