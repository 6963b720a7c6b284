import { type TableName, tableNames } from '../../in-memory/tables.ts';
import type { Added, Block } from './block.ts';
import { joined } from './rows.ts';

/** Blocks that follow each other as one. */
export function merged(blocks: readonly Block[]): Block {
  return {
    appended: joined(blocks.map(({ appended }) => appended)),
    put: joined(blocks.map(({ put }) => put)),
    details: {
      from: blocks[0]!.details.from,
      values: concatenated(
        Float64Array,
        blocks.map(({ details }) => details.values),
      ),
    },
    tables: Object.fromEntries(tableNames.map((name) => [name, united(blocks.map(({ tables }) => tables[name]))])) as Record<
      TableName,
      Added
    >,
  };
}

const united = (parts: readonly Added[]): Added => ({
  from: parts[0]!.from,
  lengths: concatenated(
    Uint32Array,
    parts.map(({ lengths }) => lengths),
  ),
  bytes: concatenated(
    Uint8Array,
    parts.map(({ bytes }) => bytes),
  ),
});

function concatenated<C extends Float64Array | Uint32Array | Uint8Array>(Kind: new (length: number) => C, parts: readonly C[]): C {
  const whole = new Kind(parts.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const part of parts) {
    whole.set(part, length);
    length += part.length;
  }
  return whole;
}
