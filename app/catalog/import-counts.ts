/** How an import's products ended so far. */
export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  /** we held something newer */
  outranked: number;
  /** left as they were: a line of theirs could not be read */
  unreadable: number;
}

export function noCounts(): ImportCounts {
  return { added: 0, changed: 0, unchanged: 0, outranked: 0, unreadable: 0 };
}

export function productsOf(counts: ImportCounts): number {
  return counts.added + counts.changed + counts.unchanged + counts.outranked;
}
