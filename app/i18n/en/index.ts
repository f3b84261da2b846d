import frame from "./frame.ts";

/** All words of the app in English, by page. The other languages have the same keys. */
export default { frame } as const;
