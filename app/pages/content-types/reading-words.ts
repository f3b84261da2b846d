import type { Reading } from "../../commands/content-types/read-catalogue-again.ts";

/** @param added the first sentence of the message, without a full stop */
export function readingWords(added: string, reading: Reading): string {
  return reading === "under_way"
    ? `${added}. An import is under way: sync once more when it is finished`
    : `${added}. The catalogue is read again for its texts`;
}
