import { isSmall } from './disclosure/cells.ts';
import { policies, type Policy } from './disclosure/policies.ts';
import { requireKnown, type Ground } from './frame.ts';
import type { Asked } from './spelling/questions.ts';
import { mergedNote, notesOf, tellerOf, type Walk } from './walk.ts';

/**
 * The tree of attributed introductions below a person, or the size and depth of every root's (METRICS C20). Of one person each name is
 * given or masked, so its size says nothing more; the sizes of all roots are counts over persons, of which small ones are suppressed.
 */
export async function introduced(asked: Asked<'introduced'>, ground: Ground): Promise<Walk> {
  if (asked.person === undefined) return allRoots(asked, ground);
  await requireKnown(ground, 'person', asked.person);
  const found = await ground.graph.introduced({
    validAt: ground.validAt,
    person: asked.person,
    ...(asked.depth && { depth: asked.depth }),
  });
  const tell = await tellerOf(
    ground,
    found.persons.some(({ coarse }) => coarse),
  );
  return {
    ...definitionOf(asked),
    top: { person: found.representative, size: found.size, depth: found.depth },
    rows: found.persons.map((one) => ({
      person: one.person,
      introducer: one.introducer,
      depth: one.depth,
      at: tell(one),
      masked: one.masked,
    })),
    notes: [...mergedNote(asked.person, found.representative), ...notesOf(ground)],
  };
}

async function allRoots(asked: Asked<'introduced'>, ground: Ground): Promise<Walk> {
  const found = await ground.graph.introduced({ validAt: ground.validAt, ...(asked.depth && { depth: asked.depth }) });
  const policy = policies[asked.disclosure];
  const rows = found.roots.map((root) => ({ person: root.person, ...sized(root, policy), masked: root.masked }));
  const betrayed = rows.some(({ suppressed }) => suppressed);
  return {
    ...definitionOf(asked),
    top: { suppressed: betrayed, person: null, size: betrayed ? null : found.size, depth: betrayed ? null : found.depth },
    rows,
    notes: notesOf(ground),
  };
}

type Sized = Readonly<{ size: number; depth: number }>;

function sized({ size, depth }: Sized, policy: Policy): Readonly<{ size: number | null; depth: number | null; suppressed: boolean }> {
  const suppressed = isSmall(size, policy);
  return { size: suppressed ? null : size, depth: suppressed ? null : depth, suppressed };
}

const definitionOf = ({ depth, all }: Asked<'introduced'>) => ({
  definition: { metric: 'introduced', version: 1, parameters: { all, depth } },
  variant: all ? 'all' : null,
});
