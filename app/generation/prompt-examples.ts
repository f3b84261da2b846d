import type { TextBody } from "../db/schema/index.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import { cutBetweenWords } from "./prompt-product.ts";

/** How a person corrected an earlier text of the same config; an approved one is corrected to what it was. */
export interface Example {
  contentType: string;
  initial: TextBody;
  corrected: TextBody;
  comment?: string | undefined;
}

const maxExamples = 6;
const maxExampleChars = 1_500;

/**
 * The corrections of the wanted content types, the nearest first, as the prompt shows them.
 * @param wanted by the names that the config uses
 */
export function examplesOf(
  examples: readonly Example[],
  wanted: ReadonlyMap<string, unknown>,
): Record<string, unknown>[] {
  return examples
    .filter(({ contentType }) => wanted.has(contentType))
    .slice(0, maxExamples)
    .map(({ contentType, initial, corrected, comment }) => {
      const isApproved = JSON.stringify(initial) === JSON.stringify(corrected);
      return dropEmpty({
        content_type: contentType,
        ...(isApproved
          ? { approved_by_the_shop: shortened(corrected) }
          : { before: shortened(initial), corrected_by_the_shop: shortened(corrected) }),
        comment: comment ? cutBetweenWords(comment, maxExampleChars) : undefined,
      });
    });
}

function shortened(body: TextBody): TextBody {
  return typeof body === "string"
    ? cutBetweenWords(body, maxExampleChars)
    : body.map((bullet) => cutBetweenWords(bullet, maxExampleChars / 5));
}
