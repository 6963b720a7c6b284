import { isSmall } from './disclosure/cells.ts';
import { policies, type Policy } from './disclosure/policies.ts';
import { requireKnown, type Frame } from './frame.ts';
import type { Asked } from './spelling/questions.ts';
import { mergedNote, momentOf, notesOf, type Walk } from './walk.ts';

/**
 * The tree of attributed introductions below a person, or the size and depth of every root's (METRICS C20). Of one person each name is
 * given or masked, so its size says nothing more; the sizes of all roots are counts over persons, of which small ones are suppressed.
 */
export async function introduced(asked: Asked<'introduced'>, frame: Frame): Promise<Walk> {
  if (asked.person === undefined) return allRoots(asked, frame);
  await requireKnown(frame, 'person', asked.person);
  const found = await frame.graph.introduced({ validAt: frame.validAt, person: asked.person, ...(asked.depth && { depth: asked.depth }) });
  return {
    ...definitionOf(asked),
    top: { person: found.representative, size: found.size, depth: found.depth },
    rows: found.persons.map((one) => ({
      person: one.person,
      introducer: one.introducer,
      depth: one.depth,
      at: momentOf(frame, one),
      masked: one.masked,
    })),
    notes: [...mergedNote(asked.person, found.representative), ...notesOf(frame)],
  };
}

async function allRoots(asked: Asked<'introduced'>, frame: Frame): Promise<Walk> {
  const found = await frame.graph.introduced({ validAt: frame.validAt, ...(asked.depth && { depth: asked.depth }) });
  const policy = policies[asked.disclosure];
  const rows = found.roots.map((root) => ({ person: root.person, ...sized(root, policy), masked: root.masked }));
  const betrayed = rows.some(({ suppressed }) => suppressed);
  return {
    ...definitionOf(asked),
    top: { suppressed: betrayed, person: null, size: betrayed ? null : found.size, depth: betrayed ? null : found.depth },
    rows,
    notes: notesOf(frame),
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
