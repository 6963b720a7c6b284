import { ClientReferrals } from './client-referrals.ts';
import { codeOf, consentCodes, knowledgeCodes, ofAReferral, REFERRED_SOMEBODY, RETRACTED, WAS_INTRODUCED } from './codes.ts';
import { erasuresOf, type Erasures } from './erasures.ts';
import { Identity } from './identity.ts';
import type { Journal } from './journal.ts';
import { PlainConsents } from './plain-consents.ts';
import { type Entries, noRows, type OrderedRows, orderRows, selectRows } from './ordered-rows.ts';

const flags = (codes: ReadonlySet<number>): Uint8Array => Uint8Array.from({ length: 256 }, (_, code) => Number(codes.has(code)));
const aboutReferral = flags(ofAReferral);
const isKnowledge = flags(new Set([...knowledgeCodes, RETRACTED]));
const isConsent = flags(consentCodes);
const madeCode = codeOf('ReferralMade');
const draftedCode = codeOf('ReferralDrafted');
const errorCode = codeOf('ReferralEnteredInError');
const introducedCode = codeOf('IntroductionMade');

/** The columns, and of how many rows of the journal they are. A snapshot keeps them. */
export type Columns = Pick<Derived, 'rows' | 'referrals' | 'made' | 'timelines' | 'consents'>;

const nothing: Columns = { rows: 0, referrals: noRows, made: new Int32Array(0), timelines: noRows, consents: noRows };

/**
 * What scans need, computed from the journal at one moment: who is who, who was erased, the facts of each referral and of each person
 * in order. The journal says what was recorded; here is what of it counts at K.
 */
export class Derived {
  readonly journal: Journal;
  /** How many rows the journal had. */
  readonly rows: number;
  /** How often it had been rewritten. */
  readonly rewrites: number;
  readonly identity: Identity;
  readonly erasures: Erasures;
  /** By referral: its ReferralDrafted, ReferralMade, status and session facts. None for a referral entered in error or of an erased client. */
  readonly referrals: OrderedRows;
  /** By referral: the row of its earliest ReferralMade, -1 when it has none or does not count. */
  readonly made: Int32Array;
  /**
   * By representative: everything that concerns the person. Facts about a referral stand with its client; an introduction stands with the
   * introducer and, as WAS_INTRODUCED, with the introducee; a referral with the client and, as REFERRED_SOMEBODY, with the referrer.
   */
  readonly timelines: OrderedRows;
  /** By representative: their own consent facts, also in their timeline, but few among much. */
  readonly consents: OrderedRows;
  /**
   * Told of every representative whose facts a walk goes by. Where facts are read as they are walked, that is how it is known what is
   * still to be read; nobody is told where all facts are there.
   */
  onWalk: ((person: number) => void) | undefined;
  #clientReferrals: ClientReferrals | undefined;
  #plainConsents: PlainConsents | undefined;

  /** `before`: columns of the first rows, none of which reads otherwise for those after them (derived-after.ts). */
  constructor(journal: Journal, before = nothing) {
    this.journal = journal;
    this.rows = journal.rows;
    this.rewrites = journal.rewrites;
    this.identity = new Identity(journal);
    this.erasures = erasuresOf(journal, this.identity);
    const { persons, referrals } = journal.tables;
    const all = orderRows(referrals.count, journal, this.#referralEntries(before.rows), before.referrals);
    this.made = findMade(all, before.made);
    this.referrals = before.rows > 0 || this.erasures.size === 0 ? all : this.#withoutErased(all);
    this.timelines = orderRows(persons.count, journal, this.#timelineEntries(before.rows), before.timelines);
    this.consents = orderRows(persons.count, journal, this.#consentEntries(before.rows), before.consents);
  }

  /** Referrals by client: made when first asked for, since only some questions need it. Some 36 bytes a referral. */
  get clientReferrals(): ClientReferrals {
    return (this.#clientReferrals ??= new ClientReferrals(this));
  }

  /** Made when first asked for. 12 bytes a person. */
  get plainConsents(): PlainConsents {
    return (this.#plainConsents ??= new PlainConsents(this));
  }

  /** Whether a fact about this person (by recorded number) went with their erasure. */
  isGone(person: number, row: number): boolean {
    if (this.erasures.size === 0 || person < 0) return false;
    const erasure = this.erasures.get(this.identity.of[person]!);
    return erasure !== undefined && this.journal.position[row]! <= erasure.position;
  }

  /** Whether a person is erased and has granted nothing since. */
  isErased(person: number): boolean {
    return this.erasures.get(this.identity.of[person]!)?.again === false;
  }

  #referralEntries(from: number): Entries {
    const { type, subject, person, rows } = this.journal;
    const void_ = new Uint8Array(this.journal.tables.referrals.count);
    for (const row of this.journal.rowsOf(errorCode)) void_[subject[row]!] = 1;
    return (entry) => {
      for (let row = from; row < rows; row++) {
        const code = type[row]!;
        const itsOwn = code === madeCode || code === draftedCode;
        if (!itsOwn && aboutReferral[code] !== 1) continue;
        if (void_[subject[row]!] === 1 || (itsOwn && this.isGone(person[row]!, row))) continue;
        entry(subject[row]!, row, code);
      }
    };
  }

  /** What was recorded of a referral before its client was erased went with them, also when its ReferralMade was recorded only afterwards. */
  #withoutErased(referrals: OrderedRows): OrderedRows {
    const { journal, made } = this;
    return selectRows(referrals, (referral, i) => {
      const start = made[referral]!;
      return start < 0 || !this.isGone(journal.person[start]!, referrals.rows[i]!);
    });
  }

  #timelineEntries(from: number): Entries {
    const { type, rows } = this.journal;
    return (entry) => {
      for (let row = from; row < rows; row++) {
        const code = type[row]!;
        if (isKnowledge[code] === 1) continue;
        if (code === introducedCode) this.#introduction(row, entry);
        else if (aboutReferral[code] === 1 || code === madeCode || code === draftedCode) this.#referral(row, code, entry);
        else this.#own(row, code, entry);
      }
    };
  }

  #consentEntries(from: number): Entries {
    const { journal } = this;
    const rows = [...consentCodes].flatMap((code) => journal.rowsOf(code).filter((row) => row >= from)).sort((a, b) => a - b);
    return (entry) => {
      for (const row of rows) this.#own(row, journal.type[row]!, entry);
    };
  }

  #own(row: number, code: number, entry: (key: number, row: number, code: number) => void): void {
    const person = this.journal.person[row]!;
    if (person < 0 || (this.isGone(person, row) && !this.#isItsErasure(person, row, code))) return;
    entry(this.identity.of[person]!, row, code);
  }

  /** The erasure itself stays in the timeline: it ends grants that are recorded later but happened before. */
  #isItsErasure(person: number, row: number, code: number): boolean {
    return isConsent[code] === 1 && this.erasures.get(this.identity.of[person]!)?.position === this.journal.position[row];
  }

  #introduction(row: number, entry: (key: number, row: number, code: number) => void): void {
    const { person, other } = this.journal;
    if (this.isGone(other[row]!, row)) return;
    entry(this.identity.of[other[row]!]!, row, WAS_INTRODUCED);
    if (!this.isGone(person[row]!, row)) entry(this.identity.of[person[row]!]!, row, introducedCode);
  }

  #referral(row: number, code: number, entry: (key: number, row: number, code: number) => void): void {
    const { subject, person, link } = this.journal;
    const made = this.made[subject[row]!]!;
    if (made < 0) return;
    const itsOwn = code === madeCode || code === draftedCode;
    const client = itsOwn ? person[row]! : person[made]!;
    if (this.isGone(client, row)) return;
    entry(this.identity.of[client]!, row, code);
    const referrer = link[row]!;
    if (code === madeCode && referrer >= 0 && !this.isGone(referrer, row)) entry(this.identity.of[referrer]!, row, REFERRED_SOMEBODY);
  }
}

/** By referral: the row of its earliest ReferralMade, -1 when it has none; as before where it had one. */
function findMade({ offsets, rows, code }: OrderedRows, before: Int32Array): Int32Array {
  return Int32Array.from({ length: offsets.length - 1 }, (_, referral) => {
    const known = before[referral] ?? -1;
    if (known >= 0) return known;
    for (let i = offsets[referral]!; i < offsets[referral + 1]!; i++) if (code[i] === madeCode) return rows[i]!;
    return -1;
  });
}
