import { coreType, type Patch, type TouchpointEvent } from '@kithline/touchpoints';

/** An EventAnnulled or EventCorrected, under its stored id. */
export type Amendment = Readonly<{ id: string; position: number; event: TouchpointEvent }>;

/** Applies one correction: the event as patched, validated again. Given by touchpoints; throws when the result is no valid event. */
export type ApplyCorrection = (event: TouchpointEvent, patch: Patch) => TouchpointEvent;

export const isAmendment = (event: TouchpointEvent): boolean => {
  const type = coreType(event.type);
  return type === 'EventAnnulled' || type === 'EventCorrected';
};

export const targetOf = (amendment: TouchpointEvent): string => amendment.data['target'] as string;

/**
 * Every annulment and correction known so far, by the stored id of its target, and what each event reads like under them (DESIGN, merges
 * and corrections). An amendment may itself be annulled or corrected, also by one that arrived before it; of those that amend
 * each other in a loop none is read twice.
 */
export class Amendments {
  readonly #byTarget = new Map<string, Amendment[]>();
  readonly #apply: ApplyCorrection;
  /** How often it was changed. */
  edits = 0;

  constructor(apply: ApplyCorrection, known: readonly Amendment[] = []) {
    this.#apply = apply;
    for (const amendment of known) this.add(amendment);
  }

  get size(): number {
    return this.#byTarget.size;
  }

  has(target: string): boolean {
    return this.#byTarget.has(target);
  }

  add(amendment: Amendment): void {
    const target = targetOf(amendment.event);
    const known = this.#byTarget.get(target) ?? [];
    if (known.some(({ id }) => id === amendment.id)) return;
    this.edits++;
    this.#byTarget.set(
      target,
      [...known, amendment].sort((a, b) => a.position - b.position),
    );
  }

  /** Takes away the amendment recorded at a position, if there is one: it amends nothing. */
  remove(position: number): void {
    this.edits++;
    for (const [target, known] of this.#byTarget) {
      const rest = known.filter((amendment) => amendment.position !== position);
      if (rest.length === 0) this.#byTarget.delete(target);
      else this.#byTarget.set(target, rest);
    }
  }

  all(): readonly Amendment[] {
    return [...this.#byTarget.values()].flat();
  }

  /**
   * The event as it now reads: with every standing correction, in order of position; undefined when it is annulled. `above` are the ids
   * that are being read already.
   */
  effective(id: string, event: TouchpointEvent, above: readonly string[] = []): TouchpointEvent | undefined {
    const reading = [...above, id];
    const standing = (this.#byTarget.get(id) ?? []).flatMap((amendment) => {
      const amended = reading.includes(amendment.id) ? undefined : this.effective(amendment.id, amendment.event, reading);
      return amended ? [amended] : [];
    });
    if (standing.some((amendment) => coreType(amendment.type) === 'EventAnnulled')) return undefined;
    return standing.reduce((corrected, correction) => this.#apply(corrected, correction.data['patch'] as Patch), event);
  }
}
