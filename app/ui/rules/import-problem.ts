import type { TFunction } from "i18next";

/** UTF-8 has at most so many bytes for a character as JavaScript counts them. */
const bytesPerChar = 3;

/**
 * Why a file of rules cannot be imported, before it is sent, and before a file of gigabytes is read into the page.
 * @param size of the file, or of the text in the dialog
 */
export function importProblem(
  t: TFunction<"rules">,
  size: { bytes: number } | { chars: number },
  maxChars: number,
): string | null {
  const chars = "chars" in size ? size.chars : size.bytes / bytesPerChar;
  if (chars <= maxChars) return null;
  return t("importing.tooLarge", { count: maxChars });
}
