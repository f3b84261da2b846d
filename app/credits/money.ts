/** Billionths of a US dollar in one dollar. */
export const nanosPerDollar = 1_000_000_000;
