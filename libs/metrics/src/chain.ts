import { requireKnown, type Frame } from './frame.ts';
import type { Asked } from './spelling/questions.ts';
import { mergedNote, momentOf, notesOf, type Walk } from './walk.ts';

/**
 * The chain of attributed introducers from the root to a person (METRICS C20): the introduction that MemberJoined names; else the first
 * accepted one not after the first MemberJoined; else, for a person with no MemberJoined, the first accepted one; from an
 * IntroducerReassigned on, the one it names. A circle in imported facts ends the chain (`cycle`), an erased person ends it above (`cut`).
 */
export async function chain(asked: Asked<'chain'>, frame: Frame): Promise<Walk> {
  await requireKnown(frame, 'person', asked.person);
  const found = await frame.graph.chain({ validAt: frame.validAt, person: asked.person });
  return {
    definition: { metric: 'chain', version: 1, parameters: {} },
    variant: null,
    top: { person: found.representative, hops: found.links.at(-1)?.hops ?? 0, cycle: found.cycle, cut: found.cut },
    rows: found.links.map((link) => ({
      person: link.person,
      hops: link.hops,
      introduction: link.introduction,
      at: momentOf(frame, link),
      masked: link.masked,
    })),
    notes: [...mergedNote(asked.person, found.representative), ...notesOf(frame)],
  };
}
