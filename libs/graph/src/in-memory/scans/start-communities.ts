import type { CommunityId } from '@kithline/touchpoints';
import { codeOf, ofAReferral } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { Engagements } from '../engagements.ts';

const checkedIn = codeOf('CheckedIn');
const aboutReferral = Uint8Array.from({ length: 256 }, (_, code) => Number(ofAReferral.has(code)));

/** The community a unit belongs to (QUESTIONS, spelling): its start event's; of a CheckedIn its engagement's; of a status its referral's. */
export class StartCommunities {
  readonly #derived: Derived;
  readonly #validAt: number;
  readonly #asked: Uint8Array | undefined;
  #engagements: Engagements | undefined;

  constructor(derived: Derived, validAt: number, asked?: readonly CommunityId[]) {
    this.#derived = derived;
    this.#validAt = validAt;
    if (!asked) return;
    const { communities } = derived.journal.tables;
    this.#asked = new Uint8Array(communities.count);
    for (const id of asked) if (communities.find(id) >= 0) this.#asked[communities.find(id)] = 1;
  }

  /** Read when first asked for: most units do not start with a CheckedIn. */
  get engagements(): Engagements {
    return (this.#engagements ??= new Engagements(this.#derived.journal, this.#validAt));
  }

  /** By the row of the start event; -1 for none. */
  of(row: number): number {
    const { type, community, subject } = this.#derived.journal;
    const own = community[row]!;
    if (type[row] === checkedIn) {
      const itsEngagements = this.engagements.communityOf(subject[row]!);
      return itsEngagements < 0 ? own : itsEngagements;
    }
    if (own >= 0 || aboutReferral[type[row]!] === 0) return own;
    const made = this.#derived.made[subject[row]!]!;
    return made < 0 ? own : community[made]!;
  }

  /** Whether units of this community are asked for. */
  has(community: number): boolean {
    return this.#asked === undefined || (community >= 0 && this.#asked[community] === 1);
  }
}
