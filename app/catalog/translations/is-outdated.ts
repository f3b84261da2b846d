import type { ShopTranslation } from "../../db/schema/index.ts";
import type { SourceText } from "./translation-sources.ts";

/**
 * Whether a translation is of another source than the one that stands there now: one answer for pages and runs. One that waits
 * says itself what it was made from; of a live one the mirror says it, whoever wrote it.
 * @param waiting a draft or an approved text. @param held the mirror's row
 */
export function isOutdated(
  source: Pick<SourceText, "digest" | "form">,
  { waiting, held }: { waiting: { digest: string } | null; held: ShopTranslation | undefined },
): boolean {
  if (waiting) return waiting.digest !== source.digest;
  if (!held) return false;
  // What a metafield holds is read as text, and may be spelled in another way there.
  const isComparable = source.form !== "list" && source.form !== "rich";
  return held.outdated || (isComparable && held.of !== undefined && held.of !== source.digest);
}
