import type { GraphFact } from '../../graph-fact.ts';

type Telling = readonly [type: GraphFact['type'], position: number, at: number, source: number, ...said: readonly unknown[]];

const consentEnded = ['person', 'purposes', 'erase', 'community'];
const merge = ['survivor', 'merged'];

/**
 * What is told in a person’s story: the facts that decide on a walk how they came and whether they may be named, and what each says. Stories
 * that were written stay as they are: another order of these needs a migration that takes them away.
 */
const fields: Partial<Record<GraphFact['type'], readonly string[]>> = {
  MemberJoined: ['person', 'community', 'introduction', 'pathway'],
  IntroductionMade: ['introduction', 'introducer', 'introducee', 'community', 'kind', 'until'],
  IntroductionAccepted: ['introduction'],
  IntroductionDeclined: ['introduction'],
  IntroducerReassigned: ['person', 'introducer', 'introduction'],
  ConsentGranted: ['person', 'purposes', 'since', 'community'],
  ConsentWithdrawn: consentEnded,
  ConsentExpired: consentEnded,
  PractitionerProfilePublished: ['practitioner', 'communities'],
  PersonsMerged: merge,
  MergeReversed: merge,
};

export const toldTypes = Object.keys(fields) as readonly GraphFact['type'][];

/** Facts as one text, which the driver reads at once, where a map a fact would take it longer than all else. Sources go by their numbers. */
export function storyOf(facts: readonly GraphFact[], numberOf: (source: string) => number): string {
  return JSON.stringify(facts.map((fact) => tellingOf(fact, numberOf(fact.source))));
}

function tellingOf(fact: GraphFact, source: number): Telling {
  const said = fields[fact.type]!.map((field) => (fact as unknown as Readonly<Record<string, unknown>>)[field]);
  while (said.length > 0 && said.at(-1) === undefined) said.pop();
  return [fact.type, fact.position, fact.at, source, ...said];
}

/** The facts of a story; a source is the number it goes by. */
export const factsOf = (story: string): readonly GraphFact[] => (JSON.parse(story) as readonly Telling[]).map(factOf);

function factOf([type, position, at, source, ...said]: Telling): GraphFact {
  const fact: Record<string, unknown> = { type, position, at, source: `${source}` };
  const names = fields[type]!;
  for (let i = 0; i < said.length; i++) if (said[i] !== null) fact[names[i]!] = said[i];
  return fact as unknown as GraphFact;
}
