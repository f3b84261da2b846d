/** Texts of other markets and channels are carried elsewhere. */
export const storeTarget = { market: "", channel: "store" } as const;
