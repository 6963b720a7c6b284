import type { Instant, PersonId } from '@kithline/touchpoints';
import { InMemoryReferralGraph } from '../in-memory/in-memory-referral-graph.ts';
import type { Naming } from '../naming.ts';
import type { Conversions, ConversionQuestion } from '../questions/conversions.ts';
import type { Durations, LapseQuestion, LatencyQuestion } from '../questions/durations.ts';
import type { OutcomePairs, OutcomeQuestion } from '../questions/outcomes.ts';
import type { ReReferralQuestion, ReReferrals } from '../questions/re-referrals.ts';
import type { ReturnCounts, ReturnQuestion } from '../questions/returns.ts';
import type { Chain, ChainQuestion, Introduced, IntroducedQuestion, PathQuestion, Paths } from '../questions/walks.ts';
import type { Community, ReferralGraph } from '../referral-graph.ts';
import type { Standing } from './reading/checkpoint.ts';
import type { Figures, Scanned } from './reading/figures.ts';
import type { Server } from './server.ts';
import { Walks } from './walks/walks.ts';

/** Where a graph is asked. */
export type Asked = Readonly<{ server: Server; generation: number; figures: Figures }>;

/**
 * The questions of the port: figures by the scans over the columns; walks by Cypher, or over the columns where those are at hand. As of one
 * checkpoint.
 */
export class Neo4jReferralGraph implements ReferralGraph {
  readonly position: number;
  readonly recordedAt: Instant | null;
  readonly #asked: Asked;
  readonly #standing: Standing;
  readonly #naming: Naming | undefined;
  readonly #walks: Walks;
  #scans: Promise<ReferralGraph> | undefined;

  constructor(asked: Asked, standing: Standing, naming: Naming | undefined) {
    this.#asked = asked;
    this.#standing = standing;
    this.#naming = naming;
    this.#walks = new Walks({ server: asked.server, generation: asked.generation, standing, naming });
    this.position = standing.position;
    this.recordedAt = standing.recordedAt;
  }

  async communities(validAt: Instant): Promise<readonly Community[]> {
    return (this.#atHand() ?? this.#walks).communities(validAt);
  }
  async span(validAt: Instant): Promise<Readonly<{ from: Instant; to: Instant }> | null> {
    const { earliest, latest } = this.#standing;
    if (earliest === null || latest === null || earliest > validAt) return null;
    return latest <= validAt ? { from: earliest, to: latest } : (await this.#figures()).span(validAt);
  }
  async knows(person: PersonId, validAt: Instant): Promise<boolean> {
    const read = this.#atHand() ? undefined : await this.#walks.knows(person, validAt);
    return read ?? (await this.#figures()).knows(person, validAt);
  }
  async returns(question: ReturnQuestion): Promise<ReturnCounts> {
    return (await this.#figures()).returns(question);
  }
  async lapses(question: LapseQuestion): Promise<Durations> {
    return (await this.#figures()).lapses(question);
  }
  async latencies(question: LatencyQuestion): Promise<Durations> {
    return (await this.#figures()).latencies(question);
  }
  async reReferrals(question: ReReferralQuestion): Promise<ReReferrals> {
    return (await this.#figures()).reReferrals(question);
  }
  async conversions(question: ConversionQuestion): Promise<Conversions> {
    return (await this.#figures()).conversions(question);
  }
  async outcomes(question: OutcomeQuestion): Promise<OutcomePairs> {
    return (await this.#figures()).outcomes(question);
  }
  async chain(question: ChainQuestion): Promise<Chain> {
    return (this.#atHand() ?? this.#walks).chain(question);
  }
  async introduced(question: IntroducedQuestion): Promise<Introduced> {
    const { person } = question;
    return person === undefined || this.#atHand()
      ? (await this.#figures()).introduced(question)
      : this.#walks.introduced({ ...question, person });
  }
  async paths(question: PathQuestion): Promise<Paths> {
    const { to, over } = question;
    const between = to !== undefined && over.every((kind) => kind === 'introductions') && !this.#atHand();
    const found = between && (await this.#walks.paths({ ...question, to }));
    // Where a search ended at its most hops, only the whole graph knows whether there could be a way at all.
    return found && (found.paths.length > 0 || found.complete) ? found : (await this.#figures()).paths(question);
  }

  #atHand(): ReferralGraph | undefined {
    const scanned = this.#asked.figures.known(this.#standing);
    return scanned && this.#over(scanned);
  }

  /** At hand, or read once; after a failure anew. */
  async #figures(): Promise<ReferralGraph> {
    const atHand = this.#atHand();
    if (atHand) return atHand;
    this.#scans ??= this.#open().catch((error: unknown) => {
      this.#scans = undefined;
      throw error;
    });
    return this.#scans;
  }

  async #open(): Promise<ReferralGraph> {
    return this.#over(await this.#asked.figures.at(this.#standing));
  }

  #over({ derived, naming }: Scanned): ReferralGraph {
    return new InMemoryReferralGraph(derived, this.#standing, this.#naming ?? naming);
  }
}
