import type { ShopTranslation } from "../../db/schema/index.ts";

/**
 * A row as it was read, with what only the mirror knows of it: from which source it was made, from when it was not outdated, and
 * that an undo put it back over a changed source. Of another text nothing is known.
 * @param known the mirror's row of the same slot
 */
export function withKnown(row: ShopTranslation, known: ShopTranslation | undefined): ShopTranslation {
  if (known === undefined || known.value !== row.value) return row;
  if (known.putBack && known.updatedAt === row.updatedAt) {
    const { of: _, ...read } = row;
    return {
      ...read,
      outdated: known.outdated || row.outdated,
      putBack: true,
      ...(known.of === undefined ? {} : { of: known.of }),
    };
  }
  return row.of === undefined && known.of !== undefined ? { ...row, of: known.of } : row;
}
