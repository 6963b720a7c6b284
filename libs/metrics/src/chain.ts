import type { Definition } from './definition.ts';
import { requireKnown, type Ground } from './frame.ts';
import type { Asked } from './spelling/questions.ts';
import { mergedNote, notesOf, tellerOf, type Walk } from './walk.ts';

const definition: Definition = { metric: 'chain', version: 1, parameters: {} };

/**
 * The chain of attributed introducers from the root to a person (METRICS C20): the introduction that MemberJoined names; else the first
 * accepted one not after the first MemberJoined; else, for a person with no MemberJoined, the first accepted one; from an
 * IntroducerReassigned on, the one it names. A circle in imported facts ends the chain (`cycle`), an erased person ends it above (`cut`).
 */
export async function chain(asked: Asked<'chain'>, ground: Ground): Promise<Walk> {
  await requireKnown(ground, 'person', asked.person);
  const found = await ground.graph.chain({ validAt: ground.validAt, person: asked.person });
  const tell = await tellerOf(
    ground,
    found.links.some(({ coarse }) => coarse),
  );
  return {
    definition,
    variant: null,
    top: { person: found.representative, hops: found.links.at(-1)?.hops ?? 0, cycle: found.cycle, cut: found.cut },
    rows: found.links.map((link) => ({
      person: link.person,
      hops: link.hops,
      introduction: link.introduction,
      at: tell(link),
      masked: link.masked,
    })),
    notes: [...mergedNote(asked.person, found.representative), ...notesOf(ground)],
  };
}
