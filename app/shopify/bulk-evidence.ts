/** What a bulk result was found to be when it had been read to its end. */
export interface BulkEvidence {
  bytes: number;
  lines: number;
  /** false when the result ends in the middle of a line */
  lastLineWhole: boolean;
}

/** What Shopify reports about a result. */
export interface BulkClaims {
  objectCount: number;
  /** in bytes; null when unknown */
  fileSize: number | null;
}

/**
 * Whether a result that Shopify calls COMPLETED is whole, so that what is not in it may be called gone. Its size decides: what
 * `objectCount` counts is not settled (nested objects, objects without a line), and counting otherwise must not keep deleted
 * products for good. Only without a size it is believed.
 */
export function isWhole({ bytes, lines, lastLineWhole }: BulkEvidence, claims: BulkClaims): boolean {
  if (!lastLineWhole) return false;
  return claims.fileSize === null ? lines >= claims.objectCount : bytes >= claims.fileSize;
}
